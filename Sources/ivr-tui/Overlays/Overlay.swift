import IVRCore

/// What lies over the panes and takes the keys.
enum Overlay: Equatable {
  /// The list of keys, from a line on.
  case help(first: Int)
  /// All queues and agents, live, from a line on.
  case board(first: Int)
  /// A choice.
  case list(ListOverlay)
  /// Text to read, from a line on.
  case text(title: String, lines: [String], first: Int)
  /// The desktop's form "Schedule a callback".
  case form(CallbackForm)
  case commandLine(TypedLine)
  /// The text that rows of the focused pane must hold.
  case filterLine(TypedLine)
  /// Calls or callbacks would be lost.
  case confirm(Loss)

  /// What would lose them.
  enum Loss: Equatable {
    case quit, reset, reload
    case seed(UInt64)
  }
}

/// A choice out of a list.
struct ListOverlay: Equatable {
  /// What an item does when it is taken.
  enum Purpose: Equatable {
    case dial, idle, wrapUp, transfer, consult, disturb
  }

  struct Item: Equatable {
    let text: String
    let remark: String
    let value: String
  }

  let title: String
  let purpose: Purpose
  let items: [Item]
  var selected = 0

  /// The numbers that can be dialled, with the flows behind them.
  static func directory(_ lab: Lab, number: String) -> ListOverlay {
    let entries = lab.directory
    let items = entries.map {
      Item(
        text: $0.name, remark: "\(Format.number($0.number, region: lab.region))  \($0.flow ?? "")",
        value: $0.number)
    }
    let selected = entries.firstIndex { $0.number == number } ?? 0
    return ListOverlay(
      title: Strings.directoryTitle, purpose: .dial, items: items, selected: selected)
  }

  static func idleCodes(_ lab: Lab) -> ListOverlay {
    codes(Strings.idleTitle, .idle, lab.idleCodes.isEmpty ? ["Idle"] : lab.idleCodes)
  }

  static func wrapUpCodes(_ lab: Lab) -> ListOverlay {
    codes(Strings.wrapUpTitle, .wrapUp, lab.wrapUpCodes.isEmpty ? ["Done"] : lab.wrapUpCodes)
  }

  static func transferTargets(_ state: AppState) -> ListOverlay {
    ListOverlay(
      title: Strings.transferTitle, purpose: .transfer,
      items: state.transferTargets.enumerated().map { number, target in
        Item(text: target.text, remark: target.remark, value: String(number))
      })
  }

  static func disturbances(_ state: AppState) -> ListOverlay {
    ListOverlay(
      title: Strings.faultsTitle, purpose: .disturb,
      items: Disturbance.allCases.map {
        Item(text: $0.title, remark: $0.isOn(state) ? "on" : "", value: $0.rawValue)
      })
  }

  static func otherAgents(_ state: AppState) -> ListOverlay {
    ListOverlay(
      title: Strings.consultTitle, purpose: .consult,
      items: state.otherAgents.map {
        Item(text: $0.name, remark: $0.state.words, value: $0.id.rawValue)
      })
  }

  private static func codes(_ title: String, _ purpose: Purpose, _ codes: [String]) -> ListOverlay {
    ListOverlay(
      title: title, purpose: purpose,
      items: codes.map { Item(text: $0, remark: "", value: $0) })
  }
}
