namespace Cryptocardium.Kernel.Outbox;

/// <summary>An event in the outbox with its resource.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Resource">The resource as JSON, as its GET showed it at the time.</param>
public sealed record OutboxEvent(RaisedEvent Event, byte[] Resource);
