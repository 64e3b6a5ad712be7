import Glibc

/// How many files and sockets the process may have open.
enum FileLimit {
  /// More than all servers of the process need.
  private static let wanted: rlim_t = 65_536

  /// Raises the limit as far as it may be raised; systems often begin with 1,024.
  static func raise() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    let most = min(limit.rlim_max, wanted)
    guard limit.rlim_cur < most else { return }
    limit.rlim_cur = most
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
