import Glibc

// Only the terminal's own check is here yet.
if CommandLine.arguments.dropFirst().first == "--terminal-check" {
  exit(TerminalCheck.run())
}
