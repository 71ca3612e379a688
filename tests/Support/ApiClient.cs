using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Cryptocardium.Tests;

/// <summary>HTTP client of the product's API for tests. Every response is checked against the contract.</summary>
public sealed class ApiClient(Uri server, string? bearer = null) : IDisposable
{
    private const string CommitUnknown = "commit_unknown";

    // A machine may stall for minutes, so the timeout is long. It exists to fail a test whose response is lost.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient http = new(new ContractCheck
    {
        InnerHandler = new SocketsHttpHandler { MaxConnectionsPerServer = 512, Expect100ContinueTimeout = Timeout.InfiniteTimeSpan },
    })
    {
        BaseAddress = server,
        Timeout = Patience,
    };

    /// <summary>The bearer token; null for an anonymous client.</summary>
    public string? Bearer => bearer;

    /// <summary>Sends a GET.</summary>
    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    /// <summary>Sends a POST with a JSON body.</summary>
    /// <param name="path">The path.</param>
    /// <param name="body">Any object; null sends none. A string is sent as it is.</param>
    /// <param name="key">The Idempotency-Key, if any.</param>
    public Task<Answer> Post(string path, object? body = null, string? key = null) => Send(HttpMethod.Post, path, body, key);

    /// <summary>Sends a POST and retries it with its key while the response is 503 or its outcome is unknown, for ten minutes at most.</summary>
    public async Task<Answer> PostUntilTaken(string path, object? body, string key)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var answer = await Post(path, body, key);
            if ((answer.Status != HttpStatusCode.ServiceUnavailable && answer.Code != CommitUnknown) || watch.Elapsed > Patience)
            {
                return answer;
            }

            await Task.Delay(RetryPause);
        }
    }

    /// <summary>Sends a DELETE.</summary>
    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path);

    /// <summary>Sends any request.</summary>
    public async Task<Answer> Send(HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Send(request);
    }

    /// <summary>Sends a prepared request. The bearer token is added unless the request has one.</summary>
    public async Task<Answer> Send(HttpRequestMessage request)
    {
        if (bearer is not null && request.Headers.Authorization is null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new Answer(response, EventStreamReader.IsStream(response) ? [] : await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Opens a stream of events.</summary>
    /// <param name="path">The path with its query.</param>
    /// <param name="lastEventId">The id of the last event that was received.</param>
    public async Task<EventStreamReader> Stream(string path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        return new EventStreamReader(await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
