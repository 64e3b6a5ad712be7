import Foundation
import Testing

@testable import IVRCore

@Suite struct ElementaryTests {
  @Test("logarithm and exponential agree with the C library's")
  func agreement() {
    var value = 1e-300
    while value < 1e300 {
      #expect(
        abs(Elementary.log(value) - Foundation.log(value)) <= 1e-15 * abs(Foundation.log(value))
          + 1e-16)
      value *= 1.37
    }
    var power = -740.0
    while power < 709 {
      let expected = Foundation.exp(power)
      #expect(abs(Elementary.exp(power) - expected) <= 1e-15 * expected + 1e-300)
      power += 0.731
    }
    #expect(Elementary.exp(-1e9) == 0 && Elementary.exp(1e9) == .infinity)
    #expect(Elementary.log(0) == -.infinity && Elementary.exp(0) == 1 && Elementary.log(1) == 0)
  }

  @Test(
    "each distribution has its mean and deviation",
    arguments: [
      (.constant(seconds: 3), 3, 0), (.uniform(from: 2, to: 8), 5, 3.0.squareRoot()),
      (.exponential(mean: 180), 180, 180), (.logNormal(mean: 240, deviation: 120), 240, 120),
      (.empirical([1, 2, 6]), 3, (14.0 / 3).squareRoot()),
    ] as [(Distribution, Double, Double)])
  func distributions(distribution: Distribution, mean: Double, deviation: Double) {
    var stream = RandomStream(seed: 11, name: "test")
    let count = 20_000
    let values = (0..<count).map { _ in Double(distribution.milliseconds(&stream)) / 1000 }
    let found = values.reduce(0, +) / Double(count)
    let square = values.reduce(0) { $0 + ($1 - found) * ($1 - found) } / Double(count)
    #expect(abs(found - mean) <= 4 * deviation / Double(count).squareRoot() + 0.001)
    #expect(abs(square.squareRoot() - deviation) <= 0.05 * deviation + 0.001)
    #expect(abs(distribution.mean - mean) < 1e-9)
  }
}
