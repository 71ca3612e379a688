using Cryptocardium.Cards.Currencies;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Authorizations;

// Converts requests about purchases to the domain's purchase.
internal static class PurchaseReader
{
    private const string EitherAmount = "Send amount_usd, or merchant_amount with merchant_currency.";
    private const string WithCurrency = "merchant_amount and merchant_currency are sent together.";

    /// <summary>A purchase that was not authorized before.</summary>
    public static Purchase Unasked(MerchantInput merchant, Usd amount) => new()
    {
        Amount = amount,
        MerchantName = merchant.Name,
        Mcc = merchant.Mcc,
        MerchantCountry = merchant.Country,
        MerchantNetworkId = merchant.NetworkId,
    };

    /// <param name="request">The request.</param>
    /// <param name="bin">The card's product, which has the markup.</param>
    /// <param name="now">The moment whose exchange rate applies.</param>
    public static Result<Purchase> Read(SimulateAuthorizationRequest request, Domain.Bin bin, DateTimeOffset now)
    {
        var foreign = Foreign(request, bin, now);
        if (foreign.Refused(out var refusal))
        {
            return refusal;
        }

        var isPresent = request.CardPresent ?? (request.EntryMode is { } mode && EntryMode.IsCardPresent(mode) is true);
        return Unasked(request.Merchant, foreign.Value?.Total ?? request.AmountUsd ?? Usd.Zero) with
        {
            Foreign = foreign.Value,
            EntryMode = request.EntryMode ?? EntryMode.Default(isPresent, request.Recurring is true),
            IsCardPresent = isPresent,
            Cvv = request.CvvCheck,
            Avs = request.AvsCheck,
            ThreeDs = request.ThreeDsResult,
            IsRecurring = request.Recurring is true,
            IsPartialOk = request.PartialApprovalSupported is true,
            NetworkReference = request.NetworkReference,
            ForcedReason = request.ForceDeclineReason,
        };
    }

    /// <summary>Reads a preview, which has the members of a purchase.</summary>
    public static Result<Purchase> Read(PreviewAuthorizationRequest request, Domain.Bin bin, DateTimeOffset now) => Read(
        new SimulateAuthorizationRequest
        {
            CardId = request.CardId,
            AmountUsd = request.AmountUsd,
            MerchantAmount = request.MerchantAmount,
            MerchantCurrency = request.MerchantCurrency,
            Merchant = request.Merchant,
            EntryMode = request.EntryMode,
            CardPresent = request.CardPresent,
            CvvCheck = request.CvvCheck,
            AvsCheck = request.AvsCheck,
            ThreeDsResult = request.ThreeDsResult,
            Recurring = request.Recurring,
            NetworkReference = request.NetworkReference,
            PartialApprovalSupported = request.PartialApprovalSupported,
            ForceDeclineReason = request.ForceDeclineReason,
        },
        bin,
        now);

    private static Result<ForeignAmount?> Foreign(SimulateAuthorizationRequest request, Domain.Bin bin, DateTimeOffset now)
    {
        if (request.MerchantAmount is not { } amount)
        {
            return request.MerchantCurrency is not null ? Missing("merchant_amount", WithCurrency)
                : request.AmountUsd is null ? Missing("amount_usd", EitherAmount)
                : (ForeignAmount?)null;
        }

        if (request.AmountUsd is not null)
        {
            return new Error(Errors.AmountGivenTwice) { Param = "merchant_amount", Hint = EitherAmount };
        }

        if (request.MerchantCurrency is not { } code)
        {
            return Missing("merchant_currency", WithCurrency);
        }

        if (RateTable.Find(code) is not { } currency)
        {
            return new Error(Errors.UnsupportedCurrency) { Param = "merchant_currency" };
        }

        if (currency.Parse(amount) is not { } units)
        {
            return new Error(Errors.AmountPrecision) { Param = "merchant_amount" };
        }

        return ForeignAmount.Of(currency, units, bin.MarkupBasisPoints, now) is { } foreign
            ? foreign
            : new Error(Errors.AmountOutOfBounds) { Param = "merchant_amount" };
    }

    private static Result<ForeignAmount?> Missing(string field, string hint) =>
        new Error(Errors.MissingRequiredField) { Param = field, Hint = hint };
}
