namespace Cryptocardium.Contract.Lint;

/// <summary>Checks all authoring rules; findings are ordered by line.</summary>
internal static class Linter
{
    public static IReadOnlyList<Finding> Check(ContractDocument document) =>
    [
        .. DocumentRules.Check(document)
            .Concat(OperationRules.Check(document))
            .Concat(SchemaRules.Check(document))
            .Concat(SideRules.Check(document))
            .Concat(ErrorRules.Check(document))
            .Distinct()
            .OrderBy(finding => finding.Line)
            .ThenBy(finding => finding.Column)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal),
    ];
}
