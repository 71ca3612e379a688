using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Cryptocardium.Tests;

namespace Cryptocardium.Benchmarks.Load;

// An account with a number of ledger entries over a number of months, posted by the product: authorizations of one card, which
// have two entries each.
internal sealed class History : IDisposable
{
    private const int AtOnce = 16;
    private const int DaysPerMonth = 20;

    private readonly TestHost host;
    private readonly TestAccount account;
    private readonly HttpClient http;

    private History(TestHost host, TestAccount account)
    {
        this.host = host;
        this.account = account;
        http = new HttpClient { BaseAddress = host.Server };
    }

    public List<string> Periods { get; } = [];

    public string Owner => account.Id;

    public static async Task<History> Of(TestHost host, int entries, int months, Action<string> progress)
    {
        var history = new History(host, await host.SignUpWith(100_000));
        var card = await history.account.IssueCard(load: 90_000);
        for (var month = 0; month < months; month++)
        {
            await history.NextMonth();
            await history.Fill(card, entries / months / 2);
            progress($"{history.Periods[^1]}: {entries / months:N0} entries");
        }

        return history;
    }

    public async Task<byte[]> Get(string path, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The milliseconds until the first and the last byte of a download.</summary>
    public async Task<(double First, double Last)> TimeDownload(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        var begun = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[1]);
        var first = Stopwatch.GetElapsedTime(begun);
        await body.CopyToAsync(Stream.Null);
        return (first.TotalMilliseconds, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    // The history is longer than a session, so the customer signs in again.
    public async Task SignIn()
    {
        var session = await TestAccount.Created(host.Anonymous.Post("/v1/sessions", new { email = account.Email, password = TestAccount.Password }));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session["token"]);
    }

    public void Dispose()
    {
        http.Dispose();
        account.Dispose();
    }

    private async Task NextMonth()
    {
        var now = host.Clock.GetUtcNow();
        var next = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);
        host.Clock.Advance(next - now);
        Periods.Add(next.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        await SignIn();
    }

    private async Task Fill(string card, int authorizations)
    {
        var body = $$$"""{"card_id":"{{{card}}}","amount_usd":0.01,"merchant":{"name":"OpenAI","mcc":"7372"}}""";
        var pause = TimeSpan.FromDays(DaysPerMonth) * AtOnce / authorizations;
        for (var done = 0; done < authorizations; done += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, authorizations - done)).Select(_ => Authorize(body)));
            host.Clock.Advance(pause);
        }
    }

    private async Task Authorize(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("/v1/simulate/authorizations", content);
        response.EnsureSuccessStatusCode();
    }
}
