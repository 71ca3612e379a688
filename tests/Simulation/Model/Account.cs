namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>The chart of accounts from the description of the ledger: codes of accounts and their normal side.</summary>
internal static class Account
{
    public const string Live = "live";
    public const string Sandbox = "sandbox";

    public static string Available(string mode, string customer) => $"{mode}:U.avail:{customer}";

    public static string Pending(string mode, string customer) => $"{mode}:U.pend:{customer}";

    public static string Expected(string mode, string customer) => $"{mode}:M.expected:{customer}";

    public static string Withdrawing(string mode, string customer) => $"{mode}:U.wd:{customer}";

    public static string PaidOut(string mode, string chain) => $"{mode}:L.wd_bcast:{chain}";

    public static string Refundable(string mode, string chain) => $"{mode}:L.refundable:{chain}";

    public static string Unallocated(string mode, string chain) => $"{mode}:L.unalloc:{chain}";

    public static string WithdrawalFee(string mode) => $"{mode}:R.wd_fee";

    public static string GasSpent(string mode) => $"{mode}:X.gas";

    public static string Receivable(string mode, string customer) => $"{mode}:A.recv:{customer}";

    public static string DisputeCredit(string mode, string customer) => $"{mode}:U.disp:{customer}";

    public static string DisputeReceivable(string mode) => $"{mode}:A.cb_recv";

    public static string CardAvailable(string mode, string card) => $"{mode}:C.avail:{card}";

    public static string CardHeld(string mode, string card) => $"{mode}:C.hold:{card}";

    public static string Chain(string mode, string chain) => $"{mode}:A.chain:{chain}";

    public static string Gas(string mode, string chain) => $"{mode}:A.gas:{chain}";

    public static string RailFee(string mode) => $"{mode}:R.rail";

    public static string Rounding(string mode) => $"{mode}:R.round";

    public static string Settlement(string mode) => $"{mode}:L.settle";

    public static string SettlementReceivable(string mode) => $"{mode}:A.settle_recv";

    public static string Equity(string mode) => $"{mode}:E.equity";

    /// <summary>Assets, expenses and expectations grow by debits.</summary>
    public static bool IsDebit(string code) => code[code.IndexOf(':', StringComparison.Ordinal) + 1] is 'A' or 'X' or 'M';

    /// <summary>Only equity may fall below zero.</summary>
    public static bool IsFree(string code) => code[code.IndexOf(':', StringComparison.Ordinal) + 1] is 'E';
}
