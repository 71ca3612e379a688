using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Tests.Cards;

// The contract lists the values of purchases and disputes that the code has constants for, in answers, filters and requests.
public sealed class OpenEnumTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["TransactionType TransactionTypeFilter", ContractValues.Constants(typeof(TransactionTypes))],
        ["TransactionStatus TransactionStatusFilter", ContractValues.Constants(typeof(TransactionState))],
        ["AuthorizationStatus AuthorizationStatusFilter", ContractValues.Constants(typeof(V1.AuthorizationStatus))],
        ["RetryCategory", ContractValues.Constants(typeof(RetryCategories))],
        ["DeclineReason DeclineReasonInput", DeclineCodes.All.Select(decline => decline.Reason).Distinct().ToList()],
        ["AuthResponseCode", Codes()],
        ["EntryModeInput", ContractValues.Constants(typeof(EntryMode))],
        ["AvsCheck AvsCheckInput", ContractValues.Constants(typeof(VerificationResult))],
        ["EvidenceContentType", ContractValues.Constants(typeof(EvidenceType))],
        ["ThreeDsResult ThreeDsResultInput", ContractValues.Constants(typeof(ThreeDs))],
        ["DisputeStatus DisputeStatusFilter", ContractValues.Constants(typeof(DisputeState))],
        ["DisputeStage", ContractValues.Constants(typeof(DisputePhase))],
        ["DisputeOutcome", ContractValues.Constants(typeof(DisputeOutcomes))],
        ["DisputeActionInput", ContractValues.Constants(typeof(DisputeMove))],
        ["DisputeReason DisputeReasonFilter", ContractValues.Of("DisputeReasonInput")],
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_contract_lists_the_values_of_the_code(string components, IReadOnlyList<string> constants)
    {
        foreach (var component in components.Split(' '))
        {
            Assert.Equal(constants.Order(StringComparer.Ordinal), ContractValues.Of(component).Order(StringComparer.Ordinal));
        }
    }

    private static List<string> Codes() =>
    [
        .. DeclineCodes.All.SelectMany(decline => new[] { decline.Code, decline.MastercardCode })
            .Concat([DeclineCodes.Approved, DeclineCodes.ApprovedInPart, DeclineCodes.Verified]).Distinct(),
    ];
}
