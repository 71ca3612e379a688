using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

/// <summary>A customer of a server that may be killed. It records every request and response.</summary>
internal sealed class DisputeClient(ApiClient api, ConcurrentBag<DisputeClient.Sent> sent, Countdown answers, string name)
{
    /// <summary>The price of each purchase.</summary>
    public const decimal Purchase = 1m;

    // Disputes are in turn left open, won, lost, withdrawn, and ended by a full refund.
    private static readonly string[][] Fates = [[], ["submit", "accept"], ["reject"], ["withdraw"], ["refund"]];

    private int count;

    /// <param name="Key">The Idempotency-Key.</param>
    /// <param name="Path">The path.</param>
    /// <param name="Body">The body, if any.</param>
    /// <param name="Acknowledged">The response; null when none arrived.</param>
    internal sealed record Sent(string Key, string Path, object? Body, byte[]? Acknowledged);

    /// <summary>Buys and disputes one purchase after another until it is stopped or the server is killed.</summary>
    public async Task Dispute(string card, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var bought = await Post("/v1/simulate/authorizations", new
            {
                card_id = card,
                amount_usd = Purchase,
                merchant = new { name = "OpenAI", mcc = "7372" },
                auto_capture = true,
            });
            var dispute = bought is null ? null : await Post(
                "/v1/disputes", new { transaction_id = bought["id"], reason = "duplicate", description = "Twice." });
            if (dispute is null)
            {
                return;
            }

            foreach (var action in Fates[i % Fates.Length])
            {
                var (path, body) = action switch
                {
                    "withdraw" => ($"/v1/disputes/{dispute["id"]}/withdraw", (object?)null),
                    "refund" => ("/v1/simulate/refunds", new { transaction_id = bought!["id"] }),
                    _ => ($"/v1/simulate/disputes/{dispute["id"]}/action", new { action }),
                };
                if (await Post(path, body) is null)
                {
                    return;
                }
            }
        }
    }

    // Returns null when the server was killed before the response.
    private async Task<Answer?> Post(string path, object? body)
    {
        var request = new Sent($"{name}-{count++}", path, body, null);
        try
        {
            var answer = await api.PostUntilTaken(path, body, request.Key);
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, answer.ToString());
            sent.Add(request with { Acknowledged = answer.Body });
            answers.Add();
            return answer;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            // The request was cut off. Only its key can tell whether it took effect.
            sent.Add(request);
            return null;
        }
    }
}
