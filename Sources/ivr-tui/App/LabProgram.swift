/// Stands for the interactive lab until it is merged here.
enum LabProgram {
  /// Says that it is not here yet; answers the exit code.
  static func run(_ options: LabOptions) -> Int32 {
    Output.error("ivr-tui: the interactive lab is not part of this build yet.")
    return 4
  }
}
