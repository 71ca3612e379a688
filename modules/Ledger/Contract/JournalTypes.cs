using System.Collections.Frozen;

namespace Cryptocardium.Ledger.Contract;

/// <summary>The types of journals. No other type can be posted.</summary>
public static class JournalTypes
{
    public const string DepositCredited = "deposit_credited";
    public const string DepositRemoved = "deposit_removed";
    public const string UnallocatedCredited = "unallocated_credited";
    public const string CardLoad = "card_load";
    public const string CardUnload = "card_unload";
    public const string CardCancel = "card_cancel";
    public const string CardReplace = "card_replace";
    public const string Authorization = "authorization";
    public const string Increment = "increment";
    public const string Advice = "advice";
    public const string Reversal = "reversal";
    public const string Expiry = "expiry";
    public const string Capture = "capture";
    public const string Refund = "refund";
    public const string RefundReversal = "refund_reversal";
    public const string DisputeCredited = "dispute_credited";
    public const string DisputeWon = "dispute_won";
    public const string DisputeLost = "dispute_lost";
    public const string DisputeWithdrawn = "dispute_withdrawn";
    public const string DisputeAbsorbed = "dispute_absorbed";
    public const string ReceivableSweep = "receivable_sweep";
    public const string ReceivableWrittenOff = "receivable_written_off";
    public const string WithdrawalCreated = "withdrawal_created";
    public const string WithdrawalReleased = "withdrawal_released";
    public const string WithdrawalSigned = "withdrawal_signed";
    public const string WithdrawalFailed = "withdrawal_failed";

    public const string TopupAnnounced = "topup_announced";
    public const string TopupClosed = "topup_closed";
    public const string DepositRefundable = "deposit_refundable";
    public const string DepositUnallocated = "deposit_unallocated";
    public const string UnallocatedRefundable = "unallocated_refundable";
    public const string WithdrawalConfirmed = "withdrawal_confirmed";
    public const string RefundSigned = "refund_signed";
    public const string RefundConfirmed = "refund_confirmed";
    public const string RefundFailed = "refund_failed";
    public const string ChainRebalanced = "chain_rebalanced";
    public const string GasBought = "gas_bought";
    public const string OpeningCapital = "opening_capital";
    public const string CapitalRefilled = "capital_refilled";

    private static readonly FrozenSet<string> VisibleSet;
    private static readonly FrozenSet<string> AllSet;

    static JournalTypes()
    {
        VisibleSet = Visible.ToFrozenSet(StringComparer.Ordinal);
        AllSet = Visible.Concat(Hidden).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The types that move money of customers: the values of <c>type</c> of a ledger entry.</summary>
    public static IReadOnlyList<string> Visible { get; } =
    [
        DepositCredited, DepositRemoved, UnallocatedCredited, CardLoad, CardUnload, CardCancel, CardReplace, Authorization, Increment, Advice,
        Reversal, Expiry, Capture, Refund, RefundReversal, DisputeCredited, DisputeWon, DisputeLost, DisputeWithdrawn, DisputeAbsorbed,
        ReceivableSweep, ReceivableWrittenOff, WithdrawalCreated, WithdrawalReleased, WithdrawalSigned, WithdrawalFailed,
    ];

    /// <summary>The types that move only announced amounts or money of the program, so that no customer has an entry of them.</summary>
    public static IReadOnlyList<string> Hidden { get; } =
    [
        TopupAnnounced, TopupClosed, DepositRefundable, DepositUnallocated, UnallocatedRefundable, WithdrawalConfirmed, RefundSigned,
        RefundConfirmed, RefundFailed, ChainRebalanced, GasBought, OpeningCapital, CapitalRefilled,
    ];

    internal static bool IsVisible(string type) => VisibleSet.Contains(type);

    internal static bool IsKnown(string type) => AllSet.Contains(type);
}
