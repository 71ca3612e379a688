using System.Collections.Frozen;

namespace Cryptocardium.Cards.Domain;

// All decline reasons, with their codes on both networks, retry categories and messages; and the codes of approvals.
internal static class DeclineCodes
{
    public const string Approved = "00";
    public const string ApprovedInPart = "10";
    public const string Verified = "85";

    public static readonly Decline InsufficientBalance =
        new("insufficient_card_balance", "51", "51", RetryCategories.RetryLater, "The card does not hold enough for this purchase.");
    public static readonly Decline FrozenFinal = new("card_frozen", "62", "62", RetryCategories.DoNotRetry, "The card is frozen.");
    public static readonly Decline FrozenRetryable = new("card_frozen", "05", "05", RetryCategories.Other, "The card is frozen.");
    public static readonly Decline Cancelled = new("card_cancelled", "46", "78", RetryCategories.DoNotRetry, "The card is cancelled.");
    public static readonly Decline AccountClosed = new("account_closed", "46", "78", RetryCategories.DoNotRetry, "The account is closed.");
    public static readonly Decline Lost = new("card_lost", "41", "41", RetryCategories.DoNotRetry, "The card was reported lost.");
    public static readonly Decline Stolen = new("card_stolen", "43", "43", RetryCategories.DoNotRetry, "The card was reported stolen.");
    public static readonly Decline NotActivated =
        new("card_not_activated", "78", "57", RetryCategories.DoNotRetry, "The card was not activated yet; it works online until then.");
    public static readonly Decline CardUnknown =
        new("card_unknown", "14", "14", RetryCategories.FixAndRetry, "There is no card with this number.");
    public static readonly Decline IssuerUnknown =
        new("issuer_unknown", "15", "15", RetryCategories.DoNotRetry, "No issuer has numbers that begin like this one.");
    public static readonly Decline Expired = new("card_expired", "54", "54", RetryCategories.FixAndRetry, "The card has expired.");
    public static readonly Decline ExpiryMismatch =
        new("expiry_mismatch", "54", "54", RetryCategories.FixAndRetry, "The expiry date is not the card's.");
    public static readonly Decline CvvMismatch =
        new("cvv_mismatch", "N7", "63", RetryCategories.FixAndRetry, "The security code is wrong.");
    public static readonly Decline AvsMismatch = new("avs_mismatch", "05", "05", RetryCategories.Other, "The billing address is wrong.");
    public static readonly Decline CryptogramInvalid =
        new("cryptogram_invalid", "82", "88", RetryCategories.FixAndRetry, "The chip's cryptogram is not valid.");
    public static readonly Decline PinIncorrect = new("pin_incorrect", "55", "55", RetryCategories.FixAndRetry, "The PIN is wrong.");
    public static readonly Decline PinTriesExceeded =
        new("pin_tries_exceeded", "75", "75", RetryCategories.RetryLater, "The PIN was wrong too often.");
    public static readonly Decline ThreeDsRequired =
        new("three_ds_required", "1A", "65", RetryCategories.FixAndRetry, "This purchase must be authenticated by 3-D Secure.");
    public static readonly Decline ThreeDsFailed =
        new("three_ds_failed", "05", "05", RetryCategories.Other, "The buyer did not pass 3-D Secure.");
    public static readonly Decline PerTransactionLimit =
        new("per_transaction_limit", "61", "61", RetryCategories.RetryLater, "The purchase is above the card's limit for one transaction.");
    public static readonly Decline DailyLimit =
        new("daily_limit", "61", "61", RetryCategories.RetryLater, "The purchase is above what the card may spend today.");
    public static readonly Decline WeeklyLimit =
        new("weekly_limit", "61", "61", RetryCategories.RetryLater, "The purchase is above what the card may spend this week.");
    public static readonly Decline MonthlyLimit =
        new("monthly_limit", "61", "61", RetryCategories.RetryLater, "The purchase is above what the card may spend this month.");
    public static readonly Decline YearlyLimit =
        new("yearly_limit", "61", "61", RetryCategories.RetryLater, "The purchase is above what the card may spend this year.");
    public static readonly Decline LifetimeLimit =
        new("lifetime_limit", "61", "61", RetryCategories.RetryLater, "The purchase is above what the card may spend in all.");
    public static readonly Decline TransactionCountLimit =
        new("transaction_count_limit", "65", "65", RetryCategories.RetryLater, "The card was used as often as it may be.");
    public static readonly Decline SingleUseSpent =
        new("single_use_spent", "65", "65", RetryCategories.RetryLater, "The card was for one purchase, and that was made.");
    public static readonly Decline MccNotAllowed =
        new("mcc_not_allowed", "57", "57", RetryCategories.DoNotRetry, "The card does not allow merchants of this category.");
    public static readonly Decline CountryNotAllowed =
        new("country_not_allowed", "62", "57", RetryCategories.DoNotRetry, "The card does not allow merchants in this country.");
    public static readonly Decline MerchantNotAllowed =
        new("merchant_not_allowed", "57", "57", RetryCategories.DoNotRetry, "The card does not allow this merchant.");
    public static readonly Decline StopPayment =
        new("stop_payment", "R0", "57", RetryCategories.DoNotRetry, "The holder stopped this payment.");
    public static readonly Decline SubscriptionCancelled =
        new("subscription_cancelled", "R1", "57", RetryCategories.DoNotRetry, "The holder cancelled this subscription.");
    public static readonly Decline RecurringStopped =
        new("recurring_stopped", "R3", "57", RetryCategories.DoNotRetry, "The holder stopped all recurring payments.");
    public static readonly Decline CashNotAllowed =
        new("cash_not_allowed", "57", "57", RetryCategories.DoNotRetry, "The card gives no cash.");
    public static readonly Decline CashbackNotAllowed =
        new("cashback_not_allowed", "87", "57", RetryCategories.DoNotRetry, "The card gives no cash with a purchase.");
    public static readonly Decline TerminalNotPermitted =
        new("terminal_not_permitted", "58", "58", RetryCategories.Other, "This terminal may not do this.");
    public static readonly Decline RuleDeclined =
        new("rule_declined", "05", "05", RetryCategories.Other, "A rule of the account declines this purchase.");
    public static readonly Decline CustomerDeclined =
        new("customer_declined", "05", "05", RetryCategories.Other, "The customer declined this purchase.");
    public static readonly Decline DecisionTimeout =
        new("decision_timeout", "91", "91", RetryCategories.RetryLater, "The decision did not come in time.");
    public static readonly Decline SuspectedFraud =
        new("suspected_fraud", "59", "63", RetryCategories.RetryLater, "The purchase looks like fraud.");
    public static readonly Decline CardTesting =
        new("card_testing", "59", "63", RetryCategories.RetryLater, "The purchase looks like somebody is trying out card numbers.");
    public static readonly Decline ComplianceBlocked =
        new("compliance_blocked", "93", "57", RetryCategories.DoNotRetry, "The law does not allow this purchase.");
    public static readonly Decline AmlHold = new("aml_hold", "64", "57", RetryCategories.Other, "The purchase is held back for a check.");
    public static readonly Decline Duplicate = new("duplicate", "94", "94", RetryCategories.Other, "This purchase was already sent.");
    public static readonly Decline OriginalNotFound =
        new("original_not_found", "25", "12", RetryCategories.Other, "The purchase that this message is about is not known.");
    public static readonly Decline AlreadyReversed =
        new("already_reversed", "79", "84", RetryCategories.Other, "The purchase was already reversed.");
    public static readonly Decline LifecycleInvalid =
        new("lifecycle_invalid", "12", "84", RetryCategories.DoNotRetry, "The purchase is over, and this cannot follow.");
    public static readonly Decline AmountInvalid =
        new("amount_invalid", "13", "13", RetryCategories.Other, "The amount is not possible here.");
    public static readonly Decline TransactionInvalid =
        new("transaction_invalid", "12", "12", RetryCategories.DoNotRetry, "A transaction like this is not possible.");
    public static readonly Decline FormatError = new("format_error", "30", "30", RetryCategories.Other, "The message contradicts itself.");
    public static readonly Decline IssuerUnavailable =
        new("issuer_unavailable", "91", "91", RetryCategories.RetryLater, "The issuer cannot be reached.");
    public static readonly Decline SystemError =
        new("system_error", "96", "96", RetryCategories.RetryLater, "Something went wrong; the purchase can be tried again.");

    public static readonly IReadOnlyList<Decline> All =
    [
        InsufficientBalance, FrozenFinal, FrozenRetryable, Cancelled, AccountClosed, Lost, Stolen, NotActivated, CardUnknown,
        IssuerUnknown, Expired, ExpiryMismatch, CvvMismatch, AvsMismatch, CryptogramInvalid, PinIncorrect, PinTriesExceeded,
        ThreeDsRequired, ThreeDsFailed, PerTransactionLimit, DailyLimit, WeeklyLimit, MonthlyLimit, YearlyLimit, LifetimeLimit,
        TransactionCountLimit, SingleUseSpent, MccNotAllowed, CountryNotAllowed, MerchantNotAllowed, StopPayment,
        SubscriptionCancelled, RecurringStopped, CashNotAllowed, CashbackNotAllowed, TerminalNotPermitted, RuleDeclined,
        CustomerDeclined, DecisionTimeout, SuspectedFraud, CardTesting, ComplianceBlocked, AmlHold, Duplicate, OriginalNotFound,
        AlreadyReversed, LifecycleInvalid, AmountInvalid, TransactionInvalid, FormatError, IssuerUnavailable, SystemError,
    ];

    private static readonly FrozenDictionary<string, Decline> ByReason =
        All.DistinctBy(decline => decline.Reason).ToFrozenDictionary(decline => decline.Reason, StringComparer.Ordinal);

    /// <summary>The decline that a simulation requests. A frozen card has two; this returns the hard one.</summary>
    /// <exception cref="InvalidOperationException">The contract does not list the reason.</exception>
    public static Decline Of(string reason) =>
        ByReason.GetValueOrDefault(reason) ?? throw new InvalidOperationException($"Decline reason {reason} is unknown.");

    /// <summary>The decline of a stored row; a reason can have one per code.</summary>
    public static Decline Of(string reason, string code)
    {
        foreach (var decline in All)
        {
            if (decline.Reason == reason && (decline.Code == code || decline.MastercardCode == code))
            {
                return decline;
            }
        }

        throw new InvalidOperationException($"Decline reason {reason} with code {code} is unknown.");
    }
}
