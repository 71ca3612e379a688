using System.Globalization;
using System.Text;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Replies;
using Cryptocardium.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Modules.Tests.Kernel.Replies;

// SQLite finds recent replies in memory and older ones in an index.
public sealed class ReplyIndexTests
{
    private const int Keys = 12;
    private const int PassFrom = 8;

    private static readonly object Topup = new { amount_usd = 500, asset = "USDT", chain = "tron" };

    [Fact]
    public async Task Replies_are_found_in_memory_in_the_index_and_after_a_restart()
    {
        await using var host = await Start();
        using var account = await host.SignUp();
        var first = await Send(account, "first");
        Assert.Equal(first, await Send(account, "first"));

        await host.RunJobs();
        Assert.Equal(Keys, await Indexed(host));
        Assert.Equal(first, await Send(account, "first"));
        var second = await Send(account, "second", 3);

        await host.Restart();
        using var again = await account.SignInAgain();
        Assert.Equal(first, await Send(again, "first"));
        Assert.Equal(second, await Send(again, "second", 3));
        Assert.Equal(Keys + 3, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM kernel_reply"));
    }

    [Fact]
    public async Task Expired_replies_leave_the_table_and_the_index()
    {
        await using var host = await Start();
        using var account = await host.SignUp();
        await Send(account, "old");
        await host.RunJobs();
        Assert.Equal(Keys, await Indexed(host));

        host.Clock.Advance(TimeSpan.FromHours(25));
        using var later = await account.SignInAgain();
        var renewed = await Send(later, "old", 1);
        await Send(later, "new");
        await host.RunJobs();

        Assert.Equal(Keys + 1, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM kernel_reply"));
        Assert.Equal(Keys + 1, await Indexed(host));
        Assert.Equal(renewed, await Send(later, "old", 1));
    }

    [Fact]
    public async Task A_reply_that_is_dated_ahead_keeps_its_entry_and_no_other()
    {
        await using var host = await Start();
        using var account = await host.SignUp();
        await Send(account, "old");
        await host.RunJobs();
        await host.Database.Execute("UPDATE kernel_reply SET expires_at = 32503680000000 WHERE no = (SELECT MIN(no) FROM kernel_reply)");

        host.Clock.Advance(TimeSpan.FromHours(25));
        using var later = await account.SignInAgain();
        await Send(later, "new");
        await host.RunJobs();

        Assert.Equal(Keys + 1, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM kernel_reply"));
        Assert.Equal(Keys + 1, await Indexed(host));
    }

    private static Task<TestHost> Start() => TestHost.Start(Engine.Sqlite, services => services.AddSingleton(provider => new ReplyIndex(
        provider.GetRequiredService<Database>(), provider.GetRequiredService<RecentReplies>(), provider.GetRequiredService<IServiceScopeFactory>())
    {
        PassFrom = PassFrom,
    }));

    private static async Task<string> Send(TestAccount account, string prefix, int keys = Keys)
    {
        var bodies = new List<string>();
        for (var i = 0; i < keys; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i}");
            bodies.Add(Encoding.UTF8.GetString((await TestAccount.Created(account.Api.Post("/v1/topups", Topup, key))).Body));
        }

        return string.Join('\n', bodies);
    }

    // Replies in the index, without its mark.
    private static Task<long> Indexed(TestHost host) =>
        DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM kernel_reply_index WHERE hash <> 0");
}
