import Glibc

exit(Output.end(Program.run(Array(CommandLine.arguments.dropFirst()))))
