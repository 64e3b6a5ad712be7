/// Why a web callback is refused: `ctl_error`.
///
/// Source: seed document 004, "Error Codes". 4, 5, 6 and 18 are not published and never sent. Codes
/// from 900 on are the simulator's own: the vendor's page knows no duplicates and no limits.
enum WebCallbackError: Int, Error, CaseIterable, Codable, Hashable, Sendable {
  case tenantNotEnabled = 1
  case notEnabled = 2
  case badToken = 3
  case badQueue = 7
  case queueDisabled = 8
  case queueNotOutbound = 9
  case typeMissing = 10
  case delayNotNumeric = 11
  case channelMissing = 12
  case badChannel = 13
  case unknownType = 14
  case unavailable = 15
  case dataTooLong = 16
  case phoneMissing = 17
  case internalError = 19
  case duplicate = 900
  case tooManyRequests = 901
  case queueFull = 902
  case numberRefused = 903

  /// The vendor's words, or ours for codes that are not the vendor's.
  var text: String {
    switch self {
    case .tenantNotEnabled: "Tenant not enabled."
    case .notEnabled: "Web callback not enabled."
    case .badToken: "Invalid authentication token."
    case .badQueue: "Queue id provided is invalid."
    case .queueDisabled: "Queue is disabled."
    case .queueNotOutbound: "Queue direction is not 'Outbound'."
    case .typeMissing: "Missing Callback type."
    case .delayNotNumeric: "Callback delay is not numeric."
    case .channelMissing: "Missing channel information for callback type 1."
    case .badChannel: "Invalid channel number provided."
    case .unknownType: "Unknown callback type specified."
    case .unavailable: "Service unavailable."
    case .dataTooLong: "External data maximum length exceeded (500 character limit)."
    case .phoneMissing: "Phone number not provided."
    case .internalError: "Internal Error."
    case .duplicate: "A callback to this number is already waiting."
    case .tooManyRequests: "Too many callbacks were asked for."
    case .queueFull: "Too many callbacks wait."
    case .numberRefused: "This number is not called."
    }
  }

  /// Whether the code is the simulator's own.
  var isOfSimulator: Bool { rawValue >= 900 }

  /// The status of the answer to one who gave no page to go back to.
  var status: Int {
    switch self {
    case .badToken: 403
    case .unavailable, .queueFull: 503
    case .internalError: 500
    case .duplicate: 409
    case .tooManyRequests: 429
    default: 400
    }
  }

  /// The code for a refusal of the ledger.
  init(_ refusal: PolicyDecision.Refusal) {
    switch refusal {
    case .duplicate: self = .duplicate
    case .numberThrottled, .queueThrottled: self = .tooManyRequests
    case .queueFull: self = .queueFull
    case .exception, .premium, .impossible: self = .numberRefused
    }
  }
}
