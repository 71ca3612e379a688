using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

/// <summary>A customer of a server that may die, who remembers what was sent and what was answered.</summary>
internal sealed class DisputeClient(ApiClient api, ConcurrentBag<DisputeClient.Sent> sent, Countdown answers, string name)
{
    /// <summary>What each purchase costs.</summary>
    public const decimal Purchase = 1m;

    // Each dispute in turn is left open, won, lost or withdrawn, or all of it is refunded.
    private static readonly string[][] Fates = [[], ["submit", "accept"], ["reject"], ["withdraw"], ["refund"]];

    private int count;

    /// <param name="Key">The Idempotency-Key.</param>
    /// <param name="Path">Where to.</param>
    /// <param name="Body">The body, if any.</param>
    /// <param name="Acknowledged">The answer; null when none came.</param>
    internal sealed record Sent(string Key, string Path, object? Body, byte[]? Acknowledged);

    /// <summary>Buys and disputes one purchase after another, until it is stopped or the server dies.</summary>
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

    // Null when the server died before the answer came.
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
            // Cut off in mid-flight: whether it happened, only its key can tell.
            sent.Add(request);
            return null;
        }
    }
}
