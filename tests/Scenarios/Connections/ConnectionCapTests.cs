using System.Globalization;
using System.Net;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Connections;

// Many connections that never complete a request, against a process with few descriptors. The addresses are those of the loopback network,
// which Linux has without any configuration.
public sealed class ConnectionCapTests
{
    private const int Descriptors = 1_024;
    private const int Slow = 1_500;
    private const int PerAddress = 256;
    private const int OtherClients = 20;

    private static readonly Dictionary<string, string> FewDescriptors =
        new() { [ServerProcess.Descriptors] = Descriptors.ToString(CultureInfo.InvariantCulture) };

    [Fact]
    public async Task Slow_connections_of_one_address_leave_the_others_served()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        using var server = await ServerProcess.Start(database, FewDescriptors, $"--Connections:MaxPerAddress={PerAddress}");
        using var others = new ApiClient(server.Server);

        await using (var crowd = await SlowCrowd.Connect(server.Server, Slow, "127.0.0.2"))
        {
            for (var i = 0; i < OtherClients; i++)
            {
                using var other = new ApiClient(server.Server);
                Assert.Equal(HttpStatusCode.OK, (await other.Get("/v1/status")).Status);
            }

            Assert.InRange(await crowd.CountOpen(), 1, PerAddress);
        }

        await SlowCrowd.WaitUntilServed(server.Server, "127.0.0.2");
        Assert.Equal(HttpStatusCode.OK, (await others.Get("/v1/status")).Status);
    }

    [Fact]
    public async Task Slow_connections_of_many_addresses_do_not_end_the_process_and_it_recovers()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        using var server = await ServerProcess.Start(database, FewDescriptors, $"--Connections:MaxPerAddress={PerAddress}");
        using var connected = new ApiClient(server.Server);
        Assert.Equal(HttpStatusCode.OK, (await connected.Get("/v1/status")).Status);

        await using (var crowd = await SlowCrowd.Connect(server.Server, Slow, "127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5", "127.0.0.6", "127.0.0.7"))
        {
            // A client that was connected before is served.
            Assert.Equal(HttpStatusCode.OK, (await connected.Get("/v1/status")).Status);
            Assert.InRange(await crowd.CountOpen(), PerAddress + 1, Descriptors - PerAddress);
        }

        await SlowCrowd.WaitUntilServed(server.Server, "127.0.0.8");
        Assert.Equal(HttpStatusCode.Created, (await connected.Post("/v1/accounts", new { email = "after@example.com", password = TestAccount.Password })).Status);
    }
}
