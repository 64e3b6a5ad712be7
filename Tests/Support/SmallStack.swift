import Foundation

/// Runs work where the stack is as small as on secondary threads of other systems: 512 kB.
public enum SmallStack {
  private final class Box<Value>: @unchecked Sendable { var value: Value? }

  /// The result of the work; `nil` where its thread never ran.
  public static func run<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result
  ) -> Result? {
    let box = Box<Result>()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      box.value = work()
      done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
    return box.value
  }
}
