namespace Cryptocardium.Tests.Simulation;

/// <summary>The product and the model part, or the product breaks: at which event of which seed, and how to see it again.</summary>
internal sealed class Disagreement(Run run, string name, Exception cause) : Exception(
    $"""
    Event {run.Step} ({name}) of seed {run.Seed} on {run.Host.Database.Engine}: {cause.Message}
    The calls before it:
      {string.Join("\n  ", run.Trace)}
    To see it again: {SimulationTests.SeedVariable}={run.Seed} dotnet test tests/Simulation --filter FullyQualifiedName~{nameof(SimulationTests)}
    """,
    cause)
{
    /// <summary>The number of the event at which they part.</summary>
    public int Step { get; } = run.Step;

    /// <summary>Its kind.</summary>
    public string Event { get; } = name;
}
