namespace Cryptocardium.Tests.Simulation;

/// <summary>The product disagrees with the model or fails. The message names the seed, the event, and how to reproduce it.</summary>
internal sealed class Disagreement(Run run, string name, Exception cause) : Exception(
    $"""
    Event {run.Step} ({name}) of seed {run.Seed} on {run.Host.Database.Engine}: {cause.Message}
    The calls before it:
      {string.Join("\n  ", run.Trace)}
    To see it again: {SimulationTests.SeedVariable}={run.Seed} dotnet test tests/Simulation --filter FullyQualifiedName~{nameof(SimulationTests)}
    """,
    cause)
{
    /// <summary>The number of the event with the disagreement.</summary>
    public int Step { get; } = run.Step;

    /// <summary>The kind of the event.</summary>
    public string Event { get; } = name;
}
