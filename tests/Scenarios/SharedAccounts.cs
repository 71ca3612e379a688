using System.Globalization;

namespace Cryptocardium.Tests.Scenarios;

// A few accounts used by all clients at once.
internal sealed class SharedAccounts(SharedAccount[] accounts) : IDisposable
{
    private const int Count = 6;

    private int done;

    public IReadOnlyCollection<string> Withdrawn => [.. accounts.SelectMany(account => account.Withdrawals)];

    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{done} movements, {Withdrawn.Count} withdrawals");

    public static async Task<SharedAccounts> Open(params Uri[] servers)
    {
        var accounts = new SharedAccount[Count];
        for (var i = 0; i < Count; i++)
        {
            accounts[i] = await SharedAccount.Open(servers, i);
        }

        return new SharedAccounts(accounts);
    }

    // Runs one client on changing accounts and nodes.
    public async Task Work(int client, CancellationToken stop)
    {
        var chance = new Random(client);
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var account = accounts[chance.Next(accounts.Length)];
            var node = chance.Next(2);
            var key = $"c{client}-{i}";
            var amount = 10m + chance.Next(90);
            await (chance.Next(10) switch
            {
                < 3 => account.Load(node, amount, key),
                < 6 => account.Unload(node, amount, key),
                < 7 => account.Deposit(node, 200m + amount, key),
                _ => account.Withdraw(node, amount, key),
            });
            Interlocked.Increment(ref done);
        }
    }

    // The blocks of a deposit confirm earlier payouts.
    public async Task MineBlocks()
    {
        foreach (var account in accounts)
        {
            await account.Deposit(0, 200m, "last-blocks");
        }
    }

    public async Task AddUp()
    {
        foreach (var account in accounts)
        {
            await account.AddUp();
        }
    }

    public void Dispose()
    {
        foreach (var account in accounts)
        {
            account.Dispose();
        }
    }
}
