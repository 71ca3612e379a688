using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Webhooks;

public sealed class StreamEventsTests
{
    private const string Stream = "/v1/events/stream";

    [DatabaseTheory]
    public async Task Events_are_sent_as_they_are_committed_and_a_stream_resumes_after_the_last_id(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        using (var first = await account.Api.Stream(Stream))
        {
            Assert.Equal((": 5", "", "", ""), await first.Next());
            var card = await account.IssueCard();
            var issued = (await first.NextEvent())!.Value;
            Assert.Equal(("card.issued", 6), (issued.GetProperty("type").GetString(), issued.GetProperty("sequence").GetInt32()));
            Assert.Equal((await account.Api.Get($"/v1/events/{issued.GetProperty("id").GetString()}")).Json.GetRawText(), issued.GetRawText());
            await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze"));
        }

        using var second = await account.Api.Stream($"{Stream}?after_sequence=1", lastEventId: "6");
        Assert.Equal("card.frozen", (await second.NextEvent())!.Value.GetProperty("type").GetString());
    }

    [DatabaseTheory]
    public async Task A_stream_sends_the_events_that_its_filters_select(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 50);
        await account.IssueCard();
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze"));

        using var ofType = await account.Api.Stream($"{Stream}?after_sequence=0&type=card.frozen");
        Assert.Equal("card.frozen", (await ofType.NextEvent())!.Value.GetProperty("type").GetString());
        using var ofCard = await account.Api.Stream($"{Stream}?after_sequence=0&card_id={card}&mode=live");
        foreach (var type in new[] { "card.issued", "card.loaded", "card.frozen" })
        {
            Assert.Equal(type, (await ofCard.NextEvent())!.Value.GetProperty("type").GetString());
        }
    }

    [DatabaseTheory]
    public async Task A_stream_ends_with_its_session(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var stream = await account.Api.Stream($"{Stream}?after_sequence=99");
        Assert.Equal((": 99", "", "", ""), await stream.Next());

        await account.Api.Delete("/v1/sessions/current");

        Assert.Null(await stream.Next());
    }

    [DatabaseTheory]
    public async Task A_stream_ends_when_the_server_stops(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var stream = await account.Api.Stream(Stream);
        Assert.Equal((": 1", "", "", ""), await stream.Next());

        await host.Restart();

        Assert.Null(await stream.Next());
    }

    [Fact]
    public async Task A_head_of_the_stream_ends_with_its_headers()
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var account = await host.SignUp();

        using var http = new HttpClient { BaseAddress = host.Server };
        http.DefaultRequestHeaders.Authorization = new("Bearer", account.Api.Bearer);

        using var head = await http.SendAsync(new(HttpMethod.Head, Stream));

        // The next request on the connection is answered only if the first has ended.
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (head.StatusCode, head.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/v1/balance", UriKind.Relative))).StatusCode);
        Assert.Equal("stream_events", (await TestAccount.Ok(account.Api.Get("/v1/request_logs?operation=stream_events"))).Json.GetProperty("data")[0].GetProperty("operation").GetString());
    }

    [Fact]
    public async Task An_account_has_a_limited_number_of_streams()
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        var streams = new List<EventStreamReader>();
        for (var i = 0; i < 20; i++)
        {
            streams.Add(await account.Api.Stream(Stream));
            Assert.NotNull(await streams[i].Next());
        }

        using var refused = await account.Api.Stream(Stream);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Response.StatusCode);
        using var stream = await other.Api.Stream(Stream);
        Assert.NotNull(await stream.Next());
        streams.ForEach(open => open.Dispose());
    }

    [Fact]
    public async Task A_bad_position_is_refused()
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var account = await host.SignUp();
        foreach (var id in new[] { "evt_1", "-1", "1.5", "99999999999999999999" })
        {
            using var refused = await account.Api.Stream(Stream, lastEventId: id);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Response.StatusCode);
            Assert.Contains("Last-Event-ID", await refused.Response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
