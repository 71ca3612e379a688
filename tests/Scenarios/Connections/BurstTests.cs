using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Connections;

public sealed class BurstTests
{
    private const int AtOnce = 90;
    private const int PerSecond = 60;

    [Fact]
    public async Task Ninety_calls_at_once_wait_no_longer_than_the_window()
    {
        await using var host = await TestHost.Start(Engine.Sqlite, "--RateLimits:Scale=1");
        using var account = await host.SignUp();
        var clients = Enumerable.Range(0, AtOnce).Select(_ => new TcpClient()).ToList();
        await Task.WhenAll(clients.Select(client => client.ConnectAsync(IPAddress.Loopback, host.Server.Port)));
        var request = Encoding.ASCII.GetBytes($"GET /v1/balance HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {account.Api.Bearer}\r\nConnection: close\r\n\r\n");

        var answers = await Task.WhenAll(clients.Select(client => Call(client, request)));

        Assert.Equal(PerSecond, answers.Count(answer => answer.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal)));
        var refused = answers.Where(answer => answer.StartsWith("HTTP/1.1 429 ", StringComparison.Ordinal)).ToList();
        Assert.Equal(AtOnce - PerSecond, refused.Count);
        Assert.All(refused, answer => Assert.Contains("\r\nRetry-After: 1\r\n", answer, StringComparison.Ordinal));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await account.Api.Get("/v1/balance")).Status);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task A_client_that_calls_one_after_the_other_waits_longer_each_time()
    {
        await using var host = await TestHost.Start(Engine.Sqlite, "--RateLimits:Scale=1");
        using var account = await host.SignUp();
        while ((await account.Api.Get("/v1/balance")).Status == HttpStatusCode.OK)
        {
        }

        var waits = new List<int>();
        for (var call = 0; call < 3; call++)
        {
            waits.Add(int.Parse((await account.Api.Get("/v1/balance")).Header("Retry-After")!, CultureInfo.InvariantCulture));
        }

        Assert.Equal([2, 3, 4], waits);
    }

    private static async Task<string> Call(TcpClient client, byte[] request)
    {
        var stream = client.GetStream();
        await stream.WriteAsync(request);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
