using System.Net;
using Cryptocardium.Kernel.Outgoing;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class OutgoingClientTests
{
    private static readonly OutgoingLimits Open = new() { TotalTime = TimeSpan.FromSeconds(10), BodyBytesMax = 4_096, AllowLoopback = true };
    private static readonly OutgoingLimits Closed = Open with { AllowLoopback = false };

    [Fact]
    public async Task An_answer_comes_with_its_status_media_type_and_body()
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok("hello"));
        var answer = await Send(server.Url, Open);
        Assert.Equal((null, 200, "text/plain", false), (answer.Failure, answer.Status, answer.MediaType, answer.IsCut));
        Assert.Equal("hello"u8.ToArray(), answer.Body.ToArray());
    }

    [Fact]
    public async Task A_redirect_is_the_answer_and_is_not_followed()
    {
        await using var elsewhere = new LoopbackServer(LoopbackServer.Ok("secret"));
        await using var server = new LoopbackServer($"HTTP/1.1 302 Found\r\nLocation: {elsewhere.Url}\r\nContent-Length: 0\r\n\r\n");
        var answer = await Send(server.Url, Open);
        Assert.Equal((null, 302), (answer.Failure, answer.Status));
        Assert.Empty(elsewhere.Asked);
    }

    [Theory]
    [InlineData(4_096, 4_096, false)]
    [InlineData(4_097, 4_096, true)]
    [InlineData(100_000, 4_096, true)]
    public async Task A_body_is_read_up_to_its_limit(int length, int read, bool isCut)
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok(new string('a', length)));
        var answer = await Send(server.Url, Open);
        Assert.Equal((null, read, isCut), (answer.Failure, answer.Body.Length, answer.IsCut));
    }

    [Fact]
    public async Task Too_long_headers_are_no_answer()
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok("", $"X: {new string('a', 20_000)}\r\n"));
        Assert.Equal(OutgoingFailure.ConnectionFailed, (await Send(server.Url, Open)).Failure);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nslow")]
    public async Task The_total_time_ends_a_server_that_does_not_answer_or_not_to_the_end(string? bytes)
    {
        var clock = new FiringTime();
        await using var server = new LoopbackServer(bytes);
        var sending = Send(server.Url, Open, clock).AsTask();
        await server.FirstAsked.Task;
        clock.Fire();
        Assert.Equal(OutgoingFailure.TimedOut, (await sending).Failure);
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_no_answer()
    {
        await using var server = new LoopbackServer(null);
        using var stop = new CancellationTokenSource();
        await using var services = Services(Open, TimeProvider.System);
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url);
        var sending = Client(services).Send(request, stop.Token).AsTask();
        await server.FirstAsked.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok("", "Set-Cookie: a=b\r\nConnection: close\r\n"));
        await using var services = Services(Open, TimeProvider.System);
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, server.Url);
            Assert.Equal(200, (await Client(services).Send(request, CancellationToken.None)).Status);
        }

        Assert.Equal(2, server.Asked.Count);
        Assert.All(server.Asked, asked => Assert.DoesNotContain("Cookie", asked, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("http://example.com/", OutgoingFailure.UrlRefused)]
    [InlineData("http://127.0.0.1:1/", OutgoingFailure.UrlRefused)]
    [InlineData("ftp://example.com/", OutgoingFailure.UrlRefused)]
    [InlineData("file:///etc/passwd", OutgoingFailure.UrlRefused)]
    [InlineData("https://user:word@example.com/", OutgoingFailure.UrlRefused)]
    [InlineData("https://127.0.0.1/", OutgoingFailure.AddressRefused)]
    [InlineData("https://2130706433/", OutgoingFailure.AddressRefused)]
    [InlineData("https://0x7f.1/", OutgoingFailure.AddressRefused)]
    [InlineData("https://[::1]/", OutgoingFailure.AddressRefused)]
    [InlineData("https://[::ffff:169.254.169.254]/", OutgoingFailure.AddressRefused)]
    [InlineData("https://169.254.169.254/latest/meta-data/", OutgoingFailure.AddressRefused)]
    public async Task A_url_that_must_not_be_asked_is_refused(string url, OutgoingFailure failure) =>
        Assert.Equal(failure, (await Send(new Uri(url), Closed)).Failure);

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("https://192.168.0.1/")]
    [InlineData("http://8.8.8.8/")]
    public async Task Allowing_loopback_allows_nothing_else_and_plain_http_to_no_other_machine(string url) =>
        Assert.Equal(OutgoingFailure.AddressRefused, (await Send(new Uri(url), Open)).Failure);

    private static async ValueTask<OutgoingAnswer> Send(Uri url, OutgoingLimits limits, TimeProvider? clock = null)
    {
        await using var services = Services(limits, clock ?? TimeProvider.System);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await Client(services).Send(request, CancellationToken.None);
    }

    private static OutgoingClient Client(IServiceProvider services) => services.GetRequiredKeyedService<OutgoingClient>("test");

    private static ServiceProvider Services(OutgoingLimits limits, TimeProvider clock) => new ServiceCollection()
        .AddSingleton(clock)
        .AddSingleton<DialAddress>((address, token) => IPAddress.IsLoopback(address.Address)
            ? GuardedConnection.Dial(address, token)
            : throw new InvalidOperationException($"{address} was dialed."))
        .AddOutgoingClient("test", limits)
        .BuildServiceProvider();
}
