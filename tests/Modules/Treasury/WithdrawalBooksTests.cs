using System.Globalization;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

// Book changes of every step of a withdrawal.
public sealed class WithdrawalBooksTests
{
    // Columns: chain, earlier steps, action, changes by the action. Each row starts with 150.00 deposited on the chain.
    public static IEnumerable<object[]> Withdrawals =>
    [
        ["tron", "", "withdraw 100", "U.avail -100.00, U.wd +100.00"],
        ["tron", "withdraw 100", "cancel", "U.avail +100.00, U.wd -100.00"],
        ["tron", "withdraw 100, deny", "broadcasted", "U.avail +100.00, U.wd -100.00"],
        ["tron", "withdraw 100, deny, wait", "jobs", "U.avail +100.00, U.wd -100.00"],
        ["tron", "withdraw 100", "broadcasted", "L.wd_bcast:tron +99.00, R.wd_fee +1.00, U.wd -100.00"],
        ["tron", "withdraw 100, wait", "jobs", "L.wd_bcast:tron +99.00, R.wd_fee +1.00, U.wd -100.00"],
        ["tron", "withdraw 100, broadcasted", "confirmed", "A.chain:tron -99.00, A.gas:tron -0.4137, L.wd_bcast:tron -99.00, X.gas +0.4137"],
        ["tron", "withdraw 100, broadcasted", "failed", "A.gas:tron -0.4137, L.wd_bcast:tron -99.00, R.wd_fee -1.00, U.avail +100.00, X.gas +0.4137"],
        ["tron", "withdraw 150", "confirmed", "A.chain:tron -149.00, A.gas:tron -0.4137, R.wd_fee +1.00, U.wd -150.00, X.gas +0.4137"],
        ["tron", "withdraw 10", "failed", "A.gas:tron -0.4137, U.avail +10.00, U.wd -10.00, X.gas +0.4137"],
        ["ethereum", "", "withdraw 10.01", "U.avail -10.01, U.wd +10.01"],
        ["ethereum", "withdraw 10.01", "broadcasted", "L.wd_bcast:ethereum +4.01, R.wd_fee +6.00, U.wd -10.01"],
        ["ethereum", "withdraw 10.01, broadcasted", "confirmed", "A.chain:ethereum -4.01, A.gas:ethereum -2.9513, L.wd_bcast:ethereum -4.01, X.gas +2.9513"],
        ["bsc", "withdraw 50", "broadcasted", "L.wd_bcast:bsc +48.50, R.wd_fee +1.50, U.wd -50.00"],
        ["bsc", "withdraw 50, broadcasted", "confirmed", "A.chain:bsc -48.50, A.gas:bsc -0.1825, L.wd_bcast:bsc -48.50, X.gas +0.1825"],
        ["bsc", "withdraw 50, broadcasted", "failed", "A.gas:bsc -0.1825, L.wd_bcast:bsc -48.50, R.wd_fee -1.50, U.avail +50.00, X.gas +0.1825"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Withdrawals))]
    public async Task A_withdrawal_moves_money_as_posted(Engine engine, string chain, string steps, string action, string changes)
    {
        using var list = new DenyFile();
        await using var host = await Start(engine, list.Argument);
        using var account = await host.SignUp();
        await account.Deposit(150, chain);
        Answer? withdrawal = null;
        foreach (var step in steps.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            withdrawal = await Run(account, chain, withdrawal, list, step);
        }

        var before = await BookChanges.Now(host.Database);
        await Run(account, chain, withdrawal, list, action);

        Assert.Equal(changes, await before.Since(host.Database));
        await BooksAudit.Check(host.Database);
    }

    private static async Task<Answer?> Run(TestAccount account, string chain, Answer? withdrawal, DenyFile list, string step)
    {
        switch (step.Split(' '))
        {
            case ["withdraw", var amount]:
                return await Withdraw(account, decimal.Parse(amount, CultureInfo.InvariantCulture), chain);
            case ["cancel"]:
                return await TestAccount.Ok(Cancel(account, withdrawal!));
            case ["deny"]:
                list.Write(Address(chain));
                return withdrawal;
            case ["wait"]:
                account.Host.Clock.Advance(Delay);
                return withdrawal;
            case ["jobs"]:
                await account.Host.RunJobs();
                return withdrawal;
            default:
                return await TestAccount.Ok(Advance(account, withdrawal!, step));
        }
    }
}
