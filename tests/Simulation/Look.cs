using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation;

/// <summary>Compares responses with the model.</summary>
internal static class Look
{
    /// <summary>Checks one customer: the balance, a card, a top-up.</summary>
    public static async Task AtSomething(Run run)
    {
        if (run.World.Customers.Count == 0)
        {
            return;
        }

        var customer = run.Dice.Pick(run.World.Customers);
        await AtBalance(run, customer);
        if (customer.Cards.Count > 0)
        {
            await AtCard(run, run.Dice.Pick(customer.Cards));
        }

        if (customer.Topups.Count > 0)
        {
            await AtTopup(run, run.Dice.Pick(customer.Topups));
        }

        if (customer.Withdrawals.Count > 0)
        {
            await AtWithdrawal(run, run.Dice.Pick(customer.Withdrawals));
        }

        if (customer.Disputes.Count > 0)
        {
            await AtDispute(run, run.Dice.Pick(customer.Disputes));
        }
    }

    /// <summary>Checks all resources of all customers.</summary>
    public static async Task AtEverything(Run run)
    {
        foreach (var customer in run.World.Customers)
        {
            await AtBalance(run, customer);
            foreach (var card in customer.Cards)
            {
                await AtCard(run, card);
            }

            foreach (var topup in customer.Topups)
            {
                await AtTopup(run, topup);
            }

            foreach (var withdrawal in customer.Withdrawals)
            {
                await AtWithdrawal(run, withdrawal);
            }

            foreach (var dispute in customer.Disputes)
            {
                await AtDispute(run, dispute);
            }
        }
    }

    private static async Task AtBalance(Run run, Customer customer)
    {
        var books = run.World.Books;
        var answer = await run.Caller.Get(customer, "/v1/balance");
        var pending = new[] { Account.Live, Account.Sandbox }.ToDictionary(mode => mode, mode => books.Of(Account.Pending(mode, customer.Id)));
        Same(answer, "mode", customer.Mode);
        Prediction.Amount(answer, "available_usd", books.Of(Account.Available(customer.Mode, customer.Id)));
        Prediction.Amount(answer, "pending_usd", customer.IsInProduction ? pending[Account.Live] : pending.Values.Sum());
        foreach (var (mode, expected) in pending)
        {
            var part = answer.Json.GetProperty("modes").GetProperty(mode);
            Assert.Equal(Money.Text(books.Of(Account.Available(mode, customer.Id))), part.GetProperty("available_usd").GetRawText());
            Assert.Equal(Money.Text(expected), part.GetProperty("pending_usd").GetRawText());
        }
    }

    private static async Task AtCard(Run run, Card card)
    {
        var answer = await run.Caller.Get(card.Owner, $"/v1/cards/{card.Id}");
        Same(answer, "status", card.Status);
        Same(answer, "mode", card.Mode);
        Prediction.Amount(answer, "balance_usd", run.World.Books.Of(card.Available));
        Prediction.Amount(answer, "held_usd", run.World.Books.Of(card.Held));
        if (card.ReplacedBy is null)
        {
            var used = (await run.Caller.Get(card.Owner, $"/v1/cards/{card.Id}/limits")).Json.GetProperty("usage").GetProperty("lifetime_usd");
            Assert.Equal(Money.Text(card.Spent(run.World.Books)), used.GetProperty("used_usd").GetRawText());
        }
    }

    private static async Task AtTopup(Run run, Topup topup) =>
        Fits(await run.Caller.Get(topup.Owner, $"/v1/topups/{topup.Id}"), topup);

    private static async Task AtWithdrawal(Run run, Withdrawal withdrawal) =>
        Fits(await run.Caller.Get(withdrawal.Owner, $"/v1/withdrawals/{withdrawal.Id}"), withdrawal);

    private static async Task AtDispute(Run run, Dispute dispute) =>
        Events.Disputes.Fits(await run.Caller.Get(dispute.About.Card.Owner, $"/v1/disputes/{dispute.Id}"), dispute);

    /// <summary>Compares a withdrawal in a response with the model.</summary>
    public static void Fits(Answer answer, Withdrawal withdrawal)
    {
        Same(answer, "status", withdrawal.Status);
        Same(answer, "mode", withdrawal.Mode);
        Prediction.Amount(answer, "amount_usd", withdrawal.Amount);
        Prediction.Amount(answer, "network_fee_usd", withdrawal.Fee);
        Prediction.Amount(answer, "net_usd", withdrawal.Amount - withdrawal.Fee);
        Assert.Equal(withdrawal.Block is not null, answer["tx_hash"].Length > 0);
    }

    /// <summary>Compares a top-up in a response with the model.</summary>
    public static void Fits(Answer answer, Topup topup)
    {
        Same(answer, "status", topup.Status);
        Same(answer, "mode", topup.Mode);
        Same(answer, "credited_usd", topup.Status == Topup.Completed ? Money.Text(topup.Credited) : "");
        Same(answer, "credited_late", topup.IsLate ? "true" : "");
        Same(answer, "payment_accuracy", topup.Status != Topup.Completed ? "" : topup.Credited.CompareTo(topup.Amount) switch
        {
            0 => "exact",
            < 0 => "underpaid",
            _ => "overpaid",
        });
        Assert.Equal(
            topup.Deposits.Select(deposit => deposit.Status).Where(status => status != Deposit.OnItsWay).Order(StringComparer.Ordinal),
            answer.Json.GetProperty("deposits").EnumerateArray()
                .Select(deposit => deposit.GetProperty("status").GetString()!).Order(StringComparer.Ordinal));
    }

    private static void Same(Answer answer, string member, string expected) => Assert.True(
        answer[member] == expected, $"The model says {member} '{expected}'; the answer is {answer}");
}
