namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>A kind of event.</summary>
/// <param name="Weight">The relative frequency.</param>
/// <param name="Name">The name in messages.</param>
/// <param name="Fire">Fires the event in the product and in the model; false when it is not applicable.</param>
internal sealed record SimulatedEvent(int Weight, string Name, Func<Run, Task<bool>> Fire);
