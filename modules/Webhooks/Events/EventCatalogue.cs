using System.Text.Json;
using Cryptocardium.V1;

namespace Cryptocardium.Webhooks.Events;

// The types of events, read from the embedded contract on first use.
internal sealed class EventCatalogue
{
    private readonly Lazy<List<EventTypeDescription>> types = new(Read);

    /// <summary>The types, in the order of the contract.</summary>
    public IReadOnlyList<EventTypeDescription> All => types.Value;

    private static List<EventTypeDescription> Read()
    {
        using var contract = typeof(Operations).Assembly.GetManifestResourceStream("v1.json")
            ?? throw new InvalidOperationException("The contract is not embedded.");
        using var document = JsonDocument.Parse(contract);
        return [.. document.RootElement.GetProperty("x-webhooks").EnumerateObject().Select(type => Describe(type.Name, type.Value.GetProperty("post")))];
    }

    private static EventTypeDescription Describe(string type, JsonElement webhook) => new()
    {
        Type = type,
        Summary = webhook.GetProperty("summary").GetString()!,
        Description = webhook.GetProperty("description").GetString()!,
        Schema = webhook.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema")
            .GetProperty("$ref").GetString()!.Split('/')[^1],
    };
}
