using System.Net;
using System.Net.Sockets;
using System.Text;
using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Ledger;

// Clients that read their statement a few bytes at a time hold no database connection.
public sealed class SlowReaderTests
{
    private const int Readers = 2;
    private const int SlowReaders = 4;
    private const int ReceiveBytes = 4_096;

    // Far more than the buffers of sockets and server hold.
    private const int Lines = 40_000;

    [DatabaseTheory]
    public async Task A_statement_that_is_read_slowly_holds_up_neither_readers_nor_writers(Engine engine)
    {
        await using var host = await TestHost.Start(engine, services => services.AddSingleton(Few(services)));
        using var account = await host.SignUpWith(1000);
        await Fill(host.Database, account.Id);
        var session = await TestAccount.Created(host.Anonymous.Post("/v1/sessions", new { email = account.Email, password = TestAccount.Password }));
        var slow = new List<Socket>();
        for (var i = 0; i < SlowReaders; i++)
        {
            slow.Add(await Begin(host.Server, session["token"]));
        }

        foreach (var load in (decimal[])[20, 30, 40])
        {
            await account.IssueCard(load);
            await TestAccount.Ok(account.Api.Get("/v1/ledger/entries?limit=100"));
            await TestAccount.Ok(account.Api.Get("/v1/balance"));
        }

        foreach (var socket in slow)
        {
            var text = await ReadToEnd(socket);

            // The statement is a snapshot: it has no entry that was posted while it was read.
            Assert.Equal(Lines + 1, text.Split(",treasury_available,").Length - 1);
            Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        }
    }

    private static DatabaseOptions Few(IServiceCollection services) =>
        (DatabaseOptions)services.Last(service => service.ServiceType == typeof(DatabaseOptions)).ImplementationInstance! with { ReaderLimit = Readers };

    // Written directly because the product would take too long. The journals are in a lane that no writer extends.
    private static async Task Fill(TestDatabase database, string account)
    {
        await using var connection = await Sql.Open(database);
        var last = $"FROM ledger_account a JOIN ledger_entry e ON e.account_no = a.no WHERE a.code = 'live:U.avail:{account}'";
        var journal = "(CAST(900 AS BIGINT) << 44) + n.i * 2 + 1";
        var numbers = $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Lines})";
        await Sql.Run(
            connection,
            $"""
             {numbers} INSERT INTO ledger_journal (no, type, operation_key, mode, posted_at, effective_at, actor, prev_hash, hash)
             SELECT {journal}, j.type, 'filled:' || n.i, 'live', j.posted_at, j.effective_at, j.actor, j.hash, j.hash
             FROM n CROSS JOIN (SELECT * FROM ledger_journal WHERE mode = 'live' ORDER BY no DESC LIMIT 1) j
             """);
        await Sql.Run(
            connection,
            $"""
             {numbers} INSERT INTO ledger_entry (no, account_no, amount, balance_after, account_seq, posted_at, owner_key)
             SELECT ({journal}) * 64, e.account_no, 0, e.balance_after, 1 + n.i, e.posted_at, e.owner_key
             FROM n CROSS JOIN (SELECT e.* {last}) e
             """);
        await Sql.Run(connection, $"UPDATE ledger_account SET account_seq = {Lines + 1} WHERE code = 'live:U.avail:{account}'");
    }

    private static async Task<Socket> Begin(Uri server, string token)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = ReceiveBytes };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port));
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET /v1/statements/2026-05 HTTP/1.0\r\nHost: {server.Authority}\r\nAuthorization: Bearer {token}\r\nAccept: text/csv\r\n\r\n"));

        // The response has started and stops once the buffers are full.
        var begun = new byte[16];
        Assert.Equal(begun.Length, await socket.ReceiveAsync(begun));
        Assert.StartsWith("HTTP/1.1 200", Encoding.ASCII.GetString(begun), StringComparison.Ordinal);
        return socket;
    }

    // HTTP/1.0 has no chunked encoding: the body is plain and ends with the connection.
    private static async Task<string> ReadToEnd(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync();
    }
}
