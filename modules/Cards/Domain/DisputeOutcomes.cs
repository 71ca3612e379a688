namespace Cryptocardium.Cards.Domain;

// How disputes end; names as Lithic has them.
internal static class DisputeOutcomes
{
    /// <summary>The merchant accepted it, or did not answer in time.</summary>
    public const string WonFirstChargeback = "won_first_chargeback";

    /// <summary>The same after the merchant had answered once.</summary>
    public const string WonPrearbitration = "won_prearbitration";

    /// <summary>The programme pays, whatever the merchant says: an operator's decision.</summary>
    public const string ProgramCredit = "program_credit";

    /// <summary>The network did not take it.</summary>
    public const string NetworkRejected = "network_rejected";

    /// <summary>The merchant's answer was not contested.</summary>
    public const string CaseLost = "case_lost";

    public const string PrearbitrationRejected = "prearbitration_rejected";

    /// <summary>The customer took it back.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The merchant gave all of it back by refunds, so that nothing was left to dispute.</summary>
    public const string Refunded = "refunded";

    public static bool IsWon(string end) => end is WonFirstChargeback or WonPrearbitration or ProgramCredit;
}
