using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.V1;

namespace Cryptocardium.Webhooks.Events;

// Converts a stored event to the contract: in lists, streams and deliveries it has the same bytes.
internal static class EventView
{
    private const string ApiVersion = "v1";

    public static Event Show(AccountId account, OutboxEvent stored) => new()
    {
        Id = stored.Event.Id,
        Type = stored.Event.Type,
        ApiVersion = ApiVersion,
        Mode = stored.Event.Mode?.Text(),
        Sequence = stored.Event.Sequence,
        CreatedAt = stored.Event.CreatedAt,
        AccountId = account.Value,
        RequestId = stored.Event.RequestId,
        Data = new EventData
        {
            Object = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(stored.Resource)!,
            Load = LoadOf(stored.Details),
        },
    };

    private static CardEventLoad? LoadOf(byte[]? details)
    {
        if (details is null)
        {
            return null;
        }

        using var members = JsonDocument.Parse(details);
        return members.RootElement.TryGetProperty("load", out var load) ? load.Deserialize(V1Json.Default.CardEventLoad) : null;
    }
}
