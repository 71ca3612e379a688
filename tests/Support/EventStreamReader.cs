using System.Text.Json;

namespace Cryptocardium.Tests;

/// <summary>Reads server-sent events as a client would. Every event is checked against the schema of its type.</summary>
public sealed class EventStreamReader(HttpResponseMessage response) : IDisposable
{
    private const string MediaType = "text/event-stream";

    private StreamReader? lines;

    /// <summary>The response.</summary>
    public HttpResponseMessage Response => response;

    /// <summary>Whether a response is a stream of events.</summary>
    public static bool IsStream(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType == MediaType;

    /// <summary>The next event or comment; null at the end of the stream.</summary>
    /// <returns>A comment with its colon, or the id, the type and the data of an event.</returns>
    public async Task<(string Comment, string Id, string Type, string Data)?> Next()
    {
        lines ??= new StreamReader(await response.Content.ReadAsStreamAsync());
        var (comment, id, type, data) = ("", "", "", "");
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.Length == 0)
            {
                return (comment, id, type, data);
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = line[(colon + 1)..].TrimStart(' ');
            _ = line[..colon] switch
            {
                "" => comment = line,
                "id" => id = value,
                "event" => type = value,
                "data" => data = value,
                var other => throw new InvalidOperationException($"No server-sent event has a field '{other}'."),
            };
        }

        return null;
    }

    /// <summary>The next event; null at the end of the stream.</summary>
    public async Task<JsonElement?> NextEvent()
    {
        while (await Next() is { } next)
        {
            if (next.Data.Length > 0)
            {
                using var json = JsonDocument.Parse(next.Data);
                var raised = json.RootElement.Clone();
                ContractCheck.CheckEvents("stream", raised);
                return raised;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lines?.Dispose();
        response.Dispose();
    }
}
