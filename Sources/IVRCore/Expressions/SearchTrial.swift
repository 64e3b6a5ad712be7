public import IVRLanguages

/// Asks the Search of a lab whose clock has just started, without a request around the query.
public enum SearchTrial {
  /// The response; a lab that has just started has no tasks yet.
  public static func answer(
    _ request: GraphQLRequest, in lab: Lab
  ) throws(GraphQLError) -> GraphQLResponse {
    GraphQL.execute(
      request, schema: try SearchSchema.compiled.get(),
      resolver: SearchResolver(
        state: EngineState(lab), world: World(lab: lab, flows: [:], prompts: [:])))
  }
}
