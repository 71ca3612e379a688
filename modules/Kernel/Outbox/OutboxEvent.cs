namespace Cryptocardium.Kernel.Outbox;

/// <summary>An event in the outbox with its resource.</summary>
/// <param name="Event">The event.</param>
/// <param name="Resource">The resource as JSON, as its GET operation showed it at that time.</param>
public sealed record OutboxEvent(RaisedEvent Event, byte[] Resource);
