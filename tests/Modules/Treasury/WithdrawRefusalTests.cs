using System.Globalization;
using System.Net;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Rails;
using Microsoft.Extensions.DependencyInjection;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

// Refusals of withdrawals, the order of the checks, and that a refusal moves nothing.
[Covers("quote_withdrawal")]
public sealed class WithdrawRefusalTests
{
    private const string Bad = "nonsense";
    private const string Denied = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";

    [DatabaseTheory]
    public async Task An_invalid_withdrawal_is_refused_and_nothing_moves(Engine engine)
    {
        using var list = new DenyFile();
        list.Write(Denied);
        await using var host = await Start(engine, list.Argument, "--Treasury:NetworkFeeUsd:bsc=20");
        using var account = await host.SignUp();
        var paid = await account.Deposit(150);
        var before = await DatabaseImage.Of(host.Database);
        var keys = 0;

        foreach (var (amount, chain, address, status, code, param, hint) in Refusals(await HotWallet(host), paid["deposit_address"]))
        {
            foreach (var path in new[] { "/v1/withdrawals", "/v1/withdrawals/quote" })
            {
                var answer = await account.Api.Post(path, new { amount_usd = amount, chain, address });
                Assert.True(
                    ((int)answer.Status, answer.Code, answer.Param) == (status, code, param)
                        && answer["hint"].Contains(hint, StringComparison.Ordinal),
                    $"{amount} {chain} {address}: {answer}");
            }
        }

        Assert.Equal(before, await DatabaseImage.Of(host.Database));

        // The stored reply of the key is the only change.
        foreach (var (amount, chain, address, _, code, _, _) in Refusals(await HotWallet(host), paid["deposit_address"]))
        {
            Assert.Equal(code, (await Try(account, amount, chain, address, $"refused-{keys++}")).Code);
        }

        var tooMuch = await Try(account, 150.01m, key: "too-much");
        Assert.Equal((HttpStatusCode.Forbidden, "insufficient_treasury_balance", "amount_usd"), (tooMuch.Status, tooMuch.Code, tooMuch.Param));
        Assert.Contains("simulate_deposit", tooMuch["hint"], StringComparison.Ordinal);
        Assert.Equal(("150.01", "150.00"), (tooMuch.Money("required_usd"), tooMuch.Money("available_usd")));
        Assert.Equal(WithoutReplies(before), WithoutReplies(await DatabaseImage.Of(host.Database)));
    }

    [DatabaseTheory]
    public async Task Checks_run_in_the_documented_order(Engine engine)
    {
        using var list = new DenyFile();
        list.Write(Denied);
        await using var host = await Start(engine, list.Argument, "--Treasury:NetworkFeeUsd:ethereum=20");
        using var account = await host.SignUp();
        await RunIntoArrears(account);

        // Each row repairs the first fault of the row before.
        (decimal Amount, string Chain, string Address, string Mode, string Code)[] table =
        [
            (9.99m, "solana", Bad, "live", "amount_too_small"),
            (15m, "solana", Bad, "live", "unsupported_chain"),
            (15m, "ethereum", Bad, "live", "invalid_address"),
            (15m, "ethereum", Denied, "live", "address_blocked"),
            (20m, "ethereum", Ethereum, "live", "amount_below_network_fee"),
            (3_000_000m, "ethereum", Ethereum, "live", "mode_not_allowed"),
            (3_000_000m, "ethereum", Ethereum, "sandbox", "account_in_arrears"),
        ];
        var before = await DatabaseImage.Of(host.Database);
        foreach (var (amount, chain, address, mode, code) in table)
        {
            Assert.Equal(code, (await account.Api.Post("/v1/withdrawals", new { amount_usd = amount, chain, address, mode })).Code);
        }

        Assert.Equal(before, await DatabaseImage.Of(host.Database));

        // After the debt is settled the balance, and then the liquidity of the chain, is the reason.
        var topup = await TopupCalls.Create(account, 100);
        await TopupCalls.Deposit(account, topup, new { amount_usd = 2_000_000 });
        Assert.Equal("insufficient_treasury_balance", (await Try(account, 3_000_000, "ethereum")).Code);
        Assert.Equal("chain_liquidity_unavailable", (await Try(account, 250_000.01m, "ethereum")).Code);
        await TestAccount.Created(Try(account, 250_000, "ethereum"));
        await BooksAudit.Check(host.Database);
    }

    private static IEnumerable<(decimal, string, string, int, string, string, string)> Refusals(string hotWallet, string depositAddress) =>
    [
        (9.99m, "tron", Tron, 422, "amount_too_small", "amount_usd", ""),
        (-20m, "tron", Tron, 422, "amount_too_small", "amount_usd", ""),
        (20m, "solana", Tron, 422, "unsupported_chain", "chain", ""),
        (20m, "tron", Ethereum, 422, "invalid_address", "address", "This is an address of ethereum or bsc."),
        (20m, "ethereum", Tron, 422, "invalid_address", "address", "This is a tron address."),
        (20m, "bsc", Tron, 422, "invalid_address", "address", "This is a tron address."),
        (20m, "tron", Tron[..^1] + "Y", 422, "invalid_address", "address", "mistyped"),
        (20m, "ethereum", "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed", 422, "invalid_address", "address", "mistyped"),
        (20m, "tron", Tron[..^1], 422, "invalid_address", "address", "34 characters"),
        (20m, "bsc", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe", 422, "invalid_address", "address", "40 hex digits"),
        (20m, "tron", "T9zFR...kQp", 422, "invalid_address", "address", "34 characters"),
        (20m, "ethereum", "0x0000000000000000000000000000000000000000", 422, "invalid_address", "address", "zero address"),
        (20m, "tron", "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb", 422, "invalid_address", "address", "zero address"),
        (20m, "ethereum", "0x000000000000000000000000000000000000dEaD", 422, "invalid_address", "address", "burn address"),
        (20m, "bsc", "0x000000000000000000000000000000000000dead", 422, "invalid_address", "address", "burn address"),
        (20m, "ethereum", "0x0000000000000000000000000000000000000001", 422, "invalid_address", "address", "burn address"),
        (20m, "ethereum", "0x0000000000000000000000000000000000000011", 422, "invalid_address", "address", "burn address"),
        (20m, "ethereum", "0x0000000000000000000000000000000000000100", 422, "invalid_address", "address", "burn address"),
        (20m, "bsc", "0x0000000000000000000000000000000000000069", 422, "invalid_address", "address", "burn address"),
        (20m, "ethereum", "0xdeaddeaddeaddeaddeaddeaddeaddeaddeaddead", 422, "invalid_address", "address", "burn address"),
        (20m, "ethereum", "0xffffffffffffffffffffffffffffffffffffffff", 422, "invalid_address", "address", "burn address"),
        (20m, "ethereum", "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE", 422, "invalid_address", "address", "burn address"),
        (20m, "tron", Unowned("000000000000000000000000000000000000dead"), 422, "invalid_address", "address", "burn address"),
        (20m, "tron", Unowned("0000000000000000000000000000000000000001"), 422, "invalid_address", "address", "burn address"),
        (20m, "tron", Unowned("000000000000000000000000000000000100000f"), 422, "invalid_address", "address", "burn address"),
        (20m, "tron", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", 422, "invalid_address", "address", "contract"),
        (20m, "ethereum", "0xdac17f958d2ee523a2206206994597c13d831ec7", 422, "invalid_address", "address", "contract"),
        (20m, "tron", depositAddress, 422, "invalid_address", "address", "one of ours"),
        (20m, "tron", hotWallet, 422, "invalid_address", "address", "one of ours"),
        (30m, "ethereum", Denied, 422, "address_blocked", "address", ""),
        (30m, "ethereum", Denied.ToLowerInvariant(), 422, "address_blocked", "address", ""),
        (20m, "bsc", Ethereum, 422, "amount_below_network_fee", "amount_usd", "20.00"),
        (20.001m, "tron", Tron, 422, "amount_precision", "amount_usd", ""),
    ];

    private static string Unowned(string hex) => RawAddress.From(Convert.FromHexString(hex)).Text(AddressFormat.Tron);

    private static string WithoutReplies(string image)
    {
        var start = image.IndexOf("[kernel_reply]", StringComparison.Ordinal);
        return image.Remove(start, image.IndexOf('[', start + 1) - start);
    }

    private static async Task<string> HotWallet(TestHost host)
    {
        await using var scope = host.JobScope();
        var tron = scope.ServiceProvider.GetRequiredService<ChainCatalog>().Get("tron");
        return scope.ServiceProvider.GetRequiredService<ChainRails>().For(Mode.Live).HotWallet(tron, Mode.Live);
    }

    // A capture above all balances leaves a debt.
    private static async Task RunIntoArrears(TestAccount account)
    {
        await account.Deposit(150);
        var card = await account.IssueCard(load: 100);
        var purchase = await account.Authorize(card, 40);
        await account.Capture(purchase["authorization_id"], 1_000);
        Assert.Equal("0.00", await account.Treasury());
        Assert.Equal(
            [(1_000m - 148m) * 1_000_000m],
            (await StoredRows.Of(account.Host.Database, "SELECT balance FROM ledger_account WHERE code LIKE 'sandbox:A.recv:%'"))
                .Select(balance => decimal.Parse(balance, CultureInfo.InvariantCulture)));
    }
}
