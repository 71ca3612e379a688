namespace Cryptocardium.Architecture.Tests;

/// <summary>The places that read owned rows past the caller's filter, each with its reason. An entry that nothing needs fails as well.</summary>
internal static class Reviewed
{
    private const string ByFoundRow = "By the id of a row that the filter selected.";
    private const string OfEveryAccount = "For jobs and operators, which serve every account.";
    private const string OfCredential = "Before the caller is known, or of its own credential.";
    private const string WholePurchase = "A purchase counts as a whole, its steps on a replacement card too.";

    /// <summary>LINQ: type, method and entity.</summary>
    public static readonly IReadOnlyDictionary<string, string> Queries = new Dictionary<string, string>
    {
        ["StoredCards.Rows T"] = ByFoundRow,
        ["StoredEvidence.Find Evidence"] = "Joined with the disputes that the filter selects.",
        ["GetTopupHandler.Handle Deposit"] = ByFoundRow,
        ["ListCardTransactionsHandler.Handle CardTransaction"] = ByFoundRow,
        ["ListDisputeEvidenceHandler.Handle Evidence"] = ByFoundRow,
        ["ListTopupsHandler.Handle Deposit"] = ByFoundRow,
        ["ListWalletTokensHandler.Handle WalletToken"] = ByFoundRow,
        ["RemoveWalletTokenHandler.Handle WalletToken"] = ByFoundRow,
        ["StoredDisputes.Take Dispute"] = OfEveryAccount,
        ["StoredPayouts.DepositOf Deposit"] = ByFoundRow,
        ["StoredPayouts.TakeAll Payout"] = OfEveryAccount,
        ["StoredPayouts.TopupOf Deposit"] = ByFoundRow,
        ["StoredPayouts.TryTake Payout"] = OfEveryAccount,
        ["StoredPayouts.WithdrawalOf Withdrawal"] = ByFoundRow,
        ["StoredTopups.DepositsOf Deposit"] = ByFoundRow,
        ["StoredTopups.FindWith Deposit"] = OfEveryAccount,
        ["StoredTopups.FindWith Topup"] = OfEveryAccount,
        ["StoredTopups.Found Topup"] = OfEveryAccount,
        ["StoredTopups.TakeAll Topup"] = OfEveryAccount,
        ["StoredTopups.TakeWithDeposit Deposit"] = OfEveryAccount,
        ["UnitOfWork.SetOutsideBatch T"] = "The method itself.",
        ["StoredWalletTokens.CountInUse WalletToken"] = ByFoundRow,
        ["StoredWalletTokens.MoveTo WalletToken"] = ByFoundRow,
    };

    /// <summary>SQL: type and field.</summary>
    public static readonly IReadOnlyDictionary<string, string> Statements = new Dictionary<string, string>
    {
        ["AccountsSql.FindSession"] = OfCredential,
        ["AccountsSql.FindSessions"] = OfCredential,
        ["AccountsSql.PurgeSessions"] = OfEveryAccount,
        ["AccountsSql.RevokeSession"] = OfCredential,
        ["AccountsSql.TouchSession"] = OfCredential,
        ["DisputeSql.Evidence"] = OfEveryAccount,
        ["DisputeSql.Overdue"] = OfEveryAccount,
        ["DueSql.Cancellation"] = OfEveryAccount,
        ["DueSql.Shipment"] = OfEveryAccount,
        ["EventBuffer.InsertMany"] = "Numbers the events of all accounts of a batch.",
        ["IssuerOperationSql.DueOperations"] = OfEveryAccount,
        ["IssuerOperationSql.TryLockOperation"] = OfEveryAccount,
        ["StoredEvents.Accounts"] = OfEveryAccount,
        ["StoredEvents.CountTypes"] = OfEveryAccount,
        ["PayoutSql.Abandoned"] = OfEveryAccount,
        ["PayoutSql.Due"] = OfEveryAccount,
        ["PayoutSql.IsDepositAddress"] = "An address must be nobody's, whoever asks; the answer shows no row.",
        ["PayoutSql.SentAfter"] = OfEveryAccount,
        ["PayoutSql.SetAside"] = OfEveryAccount,
        ["PayoutSql.TryLock"] = OfEveryAccount,
        ["ReconciliationSql.Broadcasted"] = OfEveryAccount,
        ["ReconciliationSql.CountCards"] = OfEveryAccount,
        ["ReconciliationSql.CountDisputes"] = OfEveryAccount,
        ["ReconciliationSql.CountReplaced"] = OfEveryAccount,
        ["ReconciliationSql.CountTransactions"] = OfEveryAccount,
        ["ReconciliationSql.HeldDeposits"] = OfEveryAccount,
        ["ReconciliationSql.LockedCredits"] = OfEveryAccount,
        ["ReconciliationSql.Payouts"] = OfEveryAccount,
        ["ReconciliationSql.Pending"] = OfEveryAccount,
        ["ReconciliationSql.Unbooked"] = OfEveryAccount,
        ["SimulatedPayoutSql.ChainsWithSent"] = OfEveryAccount,
        ["SimulatedPayoutSql.Reorganized"] = OfEveryAccount,
        ["SimulationSql.Reorganized"] = OfEveryAccount,
        ["TreasurySql.Overdue"] = OfEveryAccount,
        ["TreasurySql.Undecided"] = OfEveryAccount,
    };

    /// <summary>Filters of a whole account: type and method.</summary>
    public static readonly IReadOnlyDictionary<string, string> WholeAccounts = new Dictionary<string, string>
    {
        ["AuthorizationReader.Show"] = WholePurchase,
        ["CardsSql.WithSuccessor"] = "Money goes to the replacement card, whether or not the caller sees it.",
        ["Purchases.Take"] = ByFoundRow,
        ["StatementEntries.Page"] = "The handler has asked for the owner in the statement's book.",
        ["StoredDisputes.OpenAbout"] = ByFoundRow,
        ["StoredDisputes.Take"] = OfEveryAccount,
    };

    public static void Check(string rule, IReadOnlyDictionary<string, string> reviewed, IEnumerable<string> found)
    {
        var places = found.ToHashSet(StringComparer.Ordinal);
        Violations.None(rule, places.Where(place => !reviewed.ContainsKey(place)));
        Violations.None("These entries are no longer needed:", reviewed.Keys.Where(place => !places.Contains(place)));
    }
}
