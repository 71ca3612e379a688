using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>Withdrawals: valid and invalid, cancelled, sent by the job or at once, confirmed or failed.</summary>
internal static class Withdrawals
{
    private const int WrongAddressPercent = 6;
    private const int DeniedPercent = 3;
    private const int ModePercent = 15;
    private const int UnfinishedPercent = 85;
    private const string TronWallet = "TZASdUu9pT7pK4VuBMuKFHRv2e6k25mSVS";
    private const string EthereumWallet = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";

    private static readonly string[] Modes = [Account.Live, Account.Sandbox];
    private static readonly string?[] Steps = [null, Withdrawal.Broadcasted, Withdrawal.Confirmed, Withdrawal.Failed];

    // Invalid addresses: two with a wrong checksum, the zero address, and a text that is no address.
    private static readonly string[] NoWallets =
        ["TZASdUu9pT7pK4VuBMuKFHRv2e6k25mSVs", "0xfb6916095ca1df60bB79Ce92cE3Ea74c37c5d359", "0x0000000000000000000000000000000000000000", "nobody"];

    public static Task<bool> Create(Run run) => Ask(run, "/v1/withdrawals", isQuote: false);

    public static Task<bool> Quote(Run run) => Ask(run, "/v1/withdrawals/quote", isQuote: true);

    public static async Task<bool> Cancel(Run run)
    {
        if (Any(run) is not { } withdrawal)
        {
            return false;
        }

        var stranger = Accounts.Stranger(run, withdrawal.Owner);
        var prediction = stranger is not null ? Prediction.NotFound
            : withdrawal.Status == Withdrawal.Created ? Prediction.Ok
            : Prediction.ConflictState;
        var answer = await run.Caller.Post(stranger ?? withdrawal.Owner, $"/v1/withdrawals/{withdrawal.Id}/cancel", null, prediction);
        if (!prediction.IsRefusal)
        {
            run.World.Cancel(withdrawal);
            Look.Fits(answer, withdrawal);
        }

        return true;
    }

    public static async Task<bool> Advance(Run run)
    {
        if (Any(run) is not { } withdrawal)
        {
            return false;
        }

        var asked = run.Dice.Pick(Steps);
        var to = asked ?? (withdrawal.Status == Withdrawal.Created ? Withdrawal.Broadcasted : Withdrawal.Confirmed);
        var isPossible = withdrawal.Status == Withdrawal.Created
            || (withdrawal.Status == Withdrawal.Broadcasted && to != Withdrawal.Broadcasted);
        var stranger = Accounts.Stranger(run, withdrawal.Owner);
        var prediction = stranger is not null ? Prediction.NotFound : isPossible ? Prediction.Ok : Prediction.ConflictState;
        var answer = await run.Caller.Post(
            stranger ?? withdrawal.Owner, $"/v1/simulate/withdrawals/{withdrawal.Id}/advance", asked is null ? null : new { to = asked }, prediction);
        if (!prediction.IsRefusal)
        {
            if (withdrawal.Status == Withdrawal.Created)
            {
                run.World.Send(withdrawal);
            }

            if (to != Withdrawal.Broadcasted)
            {
                run.World.Finish(withdrawal, arrives: to == Withdrawal.Confirmed);
            }

            Look.Fits(answer, withdrawal);
        }

        return true;
    }

    private static async Task<bool> Ask(Run run, string path, bool isQuote)
    {
        if (Accounts.Any(run) is not { } customer)
        {
            return false;
        }

        var dice = run.Dice;
        var chain = dice.Pick(Chains.All);
        var asked = dice.Chance(ModePercent) ? dice.Pick(Modes) : null;
        var mode = asked ?? customer.Mode;
        var there = run.World.Books.Of(Account.Available(mode, customer.Id));
        var amount = dice.Chance(60) ? dice.Amount(9 * Money.Dollar, 100 * Money.Dollar) : dice.Around(there);
        var isWrong = dice.Chance(WrongAddressPercent);
        var address = isWrong ? NoWallet(dice, customer, chain) : chain != "tron" && dice.Chance(DeniedPercent) ? Chains.Denied : Wallet(chain);
        var prediction = amount < Withdrawal.Minimum ? Prediction.AmountTooSmall
            : isWrong ? Prediction.AddressInvalid
            : address == Chains.Denied ? Prediction.AddressBlocked
            : amount <= Chains.NetworkFee(chain) ? Prediction.BelowNetworkFee
            : mode == Account.Live && !customer.IsInProduction ? Prediction.ModeNotAllowed
            : isQuote ? Prediction.Ok
            : run.World.Books.Of(Account.Receivable(mode, customer.Id)) > 0 ? Prediction.InArrears
            : amount > there ? Prediction.TreasuryTooSmall
            : Prediction.Created;
        var answer = await run.Caller.Post(customer, path, Body(amount, chain, address, asked), prediction);
        if (prediction == Prediction.Created)
        {
            var withdrawal = new Withdrawal
            {
                Id = answer["id"],
                Owner = customer,
                Mode = mode,
                Chain = chain,
                Amount = amount,
                CreatedAt = run.World.Now,
            };
            run.World.Reserve(withdrawal);
            Look.Fits(answer, withdrawal);
        }
        else if (prediction == Prediction.Ok)
        {
            Prediction.Amount(answer, "network_fee_usd", Chains.NetworkFee(chain));
            Prediction.Amount(answer, "net_usd", amount - Chains.NetworkFee(chain));
            Prediction.Amount(answer, "available_usd", there);
        }

        return true;
    }

    private static object Body(long amount, string chain, string address, string? mode) => mode is null
        ? new { amount_usd = Money.Wire(amount), chain, address }
        : new { amount_usd = Money.Wire(amount), chain, address, mode };

    private static string Wallet(string chain) => chain == "tron" ? TronWallet : EthereumWallet;

    private static string NoWallet(Dice dice, Customer customer, string chain) => dice.Below(3) switch
    {
        0 => Wallet(chain == "tron" ? "bsc" : "tron"),
        1 when customer.Topups.Find(topup => topup.Chain == chain) is { } ours => ours.Address,
        _ => dice.Pick(NoWallets),
    };

    private static Withdrawal? Any(Run run)
    {
        if (Accounts.Any(run) is not { } customer || customer.Withdrawals.Count == 0)
        {
            return null;
        }

        var unfinished = customer.Withdrawals.FindAll(each => each.Status is Withdrawal.Created or Withdrawal.Broadcasted);
        return run.Dice.Pick(unfinished.Count > 0 && run.Dice.Chance(UnfinishedPercent) ? unfinished : customer.Withdrawals);
    }
}
