import IVRCore
import IVRLanguages

/// Executes GraphQL queries over a schema and data from files, or asks the lab's Search.
///
/// A case may hold `variables` and `operationName`.
struct QueryEvaluator: Evaluator {
  /// What is asked.
  enum Source {
    /// The Search of a lab that has just started.
    case search(Lab)
    /// A schema, and what answers its fields.
    case schema(GraphQLSchema, any GraphQLResolver)
  }

  /// What is asked.
  let source: Source
  /// The variables, where a case has none.
  let variables: JSONObject

  /// A list of tasks is searched; of an object each member is a field of the root.
  static func resolver(_ data: JSONValue) -> any GraphQLResolver {
    if let tasks = data.array { TaskListResolver(tasks: tasks) } else { ObjectResolver(root: data) }
  }

  func answer(to expression: String, _ test: JSONObject) -> EvalAnswer {
    let request = GraphQLRequest(
      query: expression, variables: test["variables"]?.object ?? variables,
      operationName: test["operationName"]?.string)
    switch source {
    case .schema(let schema, let resolver):
      return EvalAnswer(GraphQL.execute(request, schema: schema, resolver: resolver))
    case .search(let lab):
      do {
        return EvalAnswer(try SearchTrial.answer(request, in: lab))
      } catch {
        return EvalAnswer(error, phase: "schema")
      }
    }
  }
}

/// Answers the fields of the root from an object and all others from their parents.
private struct ObjectResolver: GraphQLResolver {
  let root: JSONValue

  func value(of field: GraphQLFieldContext) throws(GraphQLFieldError) -> JSONValue {
    field.parent.isNull ? root[field.name] ?? .null : field.parentMember
  }
}
