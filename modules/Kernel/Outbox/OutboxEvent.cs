namespace Cryptocardium.Kernel.Outbox;

/// <summary>An event in the outbox with its data.</summary>
/// <param name="Event">The event.</param>
/// <param name="Resource">The resource as JSON, as its GET operation showed it at that time.</param>
/// <param name="Details">The members of its data beside the resource, as a JSON object; null for none.</param>
public sealed record OutboxEvent(RaisedEvent Event, byte[] Resource, byte[]? Details);
