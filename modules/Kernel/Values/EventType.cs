namespace Cryptocardium.Kernel;

/// <summary>The type of an event, <c>card.issued</c>. The contract lists them; <see cref="EventTypes"/> is generated from it.</summary>
/// <param name="Name">The type as it is stored and sent.</param>
public readonly record struct EventType(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
