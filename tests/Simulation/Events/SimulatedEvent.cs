namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>Something that can happen.</summary>
/// <param name="Weight">How often, against the others.</param>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Fire">Lets it happen, in the product and in the model; false when there is nothing that it could happen to.</param>
internal sealed record SimulatedEvent(int Weight, string Name, Func<Run, Task<bool>> Fire);
