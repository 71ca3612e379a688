using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>The chart of accounts: all ledger accounts that a journal may name.</summary>
public static class Chart
{
    /// <summary>The class of the holds on cards.</summary>
    internal const string CardHeldCode = "C.hold";

    /// <summary>The class of the earned rail fees.</summary>
    internal const string RailFeeCode = "R.rail";

    private static readonly AccountClass TreasuryAvailableClass = new("U.avail", IsVisible: true);
    private static readonly AccountClass TreasuryPendingClass = new("U.pend", IsVisible: true);
    private static readonly AccountClass ExpectedClass = new("M.expected", IsDebit: true);
    private static readonly AccountClass CardAvailableClass = new("C.avail", IsVisible: true);
    private static readonly AccountClass CardHeldClass = new(CardHeldCode, IsVisible: true);
    private static readonly AccountClass WithdrawalReservedClass = new("U.wd", IsVisible: true);
    private static readonly AccountClass DisputeCreditClass = new("U.disp", IsVisible: true);
    private static readonly AccountClass ReceivableClass = new("A.recv", IsDebit: true, IsVisible: true);
    private static readonly AccountClass SettlementClass = new("L.settle", IsStriped: true);
    private static readonly AccountClass SettlementReceivableClass = new("A.settle_recv", IsDebit: true, IsStriped: true);
    private static readonly AccountClass DisputeReceivableClass = new("A.cb_recv", IsDebit: true);
    private static readonly AccountClass ChainClass = new("A.chain", IsDebit: true);
    private static readonly AccountClass GasClass = new("A.gas", IsDebit: true);
    private static readonly AccountClass RailFeeClass = new(RailFeeCode, IsStriped: true);
    private static readonly AccountClass RoundingClass = new("R.round");
    private static readonly AccountClass RefundableClass = new("L.refundable");
    private static readonly AccountClass UnallocatedClass = new("L.unalloc");
    private static readonly AccountClass PaidOutClass = new("L.wd_bcast");
    private static readonly AccountClass WithdrawalFeeClass = new("R.wd_fee");
    private static readonly AccountClass GasExpenseClass = new("X.gas", IsDebit: true);
    private static readonly AccountClass DisputeExpenseClass = new("X.dispute", IsDebit: true);
    private static readonly AccountClass WriteOffClass = new("X.writeoff", IsDebit: true);
    private static readonly AccountClass FxMarkupClass = new("R.fx", IsStriped: true);
    private static readonly AccountClass EquityClass = new("E.equity", HasFloor: false);

    /// <summary>All classes of the chart.</summary>
    public static IReadOnlyList<AccountClass> Classes { get; } =
    [
        TreasuryAvailableClass, TreasuryPendingClass, ExpectedClass, CardAvailableClass, CardHeldClass, WithdrawalReservedClass,
        DisputeCreditClass, ReceivableClass, SettlementClass, SettlementReceivableClass, DisputeReceivableClass, ChainClass, GasClass,
        RailFeeClass, RoundingClass, RefundableClass, UnallocatedClass, PaidOutClass, WithdrawalFeeClass, FxMarkupClass, GasExpenseClass,
        DisputeExpenseClass, WriteOffClass, EquityClass,
    ];

    /// <summary>The spendable balance of a customer: <c>available_usd</c>.</summary>
    public static ChartAccount TreasuryAvailable(AccountId account, Mode mode) => new(TreasuryAvailableClass, mode, account.Value, account);

    /// <summary>Announced top-ups that are not confirmed: a memo against <see cref="Expected"/>.</summary>
    public static ChartAccount TreasuryPending(AccountId account, Mode mode) => new(TreasuryPendingClass, mode, account.Value, account);

    /// <summary>The other side of <see cref="TreasuryPending"/>.</summary>
    public static ChartAccount Expected(AccountId account, Mode mode) => new(ExpectedClass, mode, account.Value, account);

    /// <summary>The spendable balance of a card: its <c>balance_usd</c>.</summary>
    /// <param name="card">The id of the card.</param>
    /// <param name="owner">The owner of the card.</param>
    /// <param name="mode">The book of the card.</param>
    public static ChartAccount CardAvailable(string card, AccountId owner, Mode mode) => new(CardAvailableClass, mode, card, owner);

    /// <summary>The holds of authorizations on a card: its <c>held_usd</c>.</summary>
    /// <param name="card">The id of the card.</param>
    /// <param name="owner">The owner of the card.</param>
    /// <param name="mode">The book of the card.</param>
    public static ChartAccount CardHeld(string card, AccountId owner, Mode mode) => new(CardHeldClass, mode, card, owner);

    /// <summary>Withdrawals that are not signed yet: money of the customer that is no longer spendable.</summary>
    public static ChartAccount WithdrawalReserved(AccountId account, Mode mode) => new(WithdrawalReservedClass, mode, account.Value, account);

    /// <summary>Provisional credits of open disputes, locked until the decision.</summary>
    public static ChartAccount DisputeCredit(AccountId account, Mode mode) => new(DisputeCreditClass, mode, account.Value, account);

    /// <summary>Receivables: captures beyond the balance of the customer.</summary>
    public static ChartAccount Receivable(AccountId account, Mode mode) => new(ReceivableClass, mode, account.Value, account);

    /// <summary>Captured amounts, owed to the card network.</summary>
    public static ChartAccount Settlement(Mode mode) => new(SettlementClass, mode, "", default);

    /// <summary>Refunds of merchants, owed by the card network.</summary>
    public static ChartAccount SettlementReceivable(Mode mode) => new(SettlementReceivableClass, mode, "", default);

    /// <summary>Provisional credits of open disputes, charged back to merchants.</summary>
    public static ChartAccount DisputeReceivable(Mode mode) => new(DisputeReceivableClass, mode, "", default);

    /// <summary>Confirmed token holdings on a chain.</summary>
    public static ChartAccount Chain(string chain, Mode mode) => new(ChainClass, mode, chain, default);

    /// <summary>Holdings of the native coin of a chain, used for network fees.</summary>
    public static ChartAccount Gas(string chain, Mode mode) => new(GasClass, mode, chain, default);

    /// <summary>Earned rail fees.</summary>
    public static ChartAccount RailFee(Mode mode) => new(RailFeeClass, mode, "", default);

    /// <summary>Fractions of a cent of deposits. Not striped, because removing a deposit takes its fraction back.</summary>
    public static ChartAccount Rounding(Mode mode) => new(RoundingClass, mode, "", default);

    /// <summary>Deposits on a chain that will be returned to their sender.</summary>
    public static ChartAccount Refundable(string chain, Mode mode) => new(RefundableClass, mode, chain, default);

    /// <summary>Deposits on a chain that wait for the decision of an operator.</summary>
    public static ChartAccount Unallocated(string chain, Mode mode) => new(UnallocatedClass, mode, chain, default);

    /// <summary>Signed outbound transfers of a chain that are not confirmed yet.</summary>
    public static ChartAccount PaidOut(string chain, Mode mode) => new(PaidOutClass, mode, chain, default);

    /// <summary>Network fees charged on withdrawals. Not striped, because a failed withdrawal gets its fee back.</summary>
    public static ChartAccount WithdrawalFee(Mode mode) => new(WithdrawalFeeClass, mode, "", default);

    /// <summary>Earned markup on purchases in other currencies.</summary>
    public static ChartAccount FxMarkup(Mode mode) => new(FxMarkupClass, mode, "", default);

    /// <summary>Paid network fees.</summary>
    public static ChartAccount GasExpense(Mode mode) => new(GasExpenseClass, mode, "", default);

    /// <summary>Dispute amounts that the program bears.</summary>
    public static ChartAccount DisputeExpense(Mode mode) => new(DisputeExpenseClass, mode, "", default);

    /// <summary>Receivables that are written off.</summary>
    public static ChartAccount WriteOff(Mode mode) => new(WriteOffClass, mode, "", default);

    /// <summary>Opening capital.</summary>
    public static ChartAccount Equity(Mode mode) => new(EquityClass, mode, "", default);
}
