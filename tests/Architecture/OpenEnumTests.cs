using System.Reflection;
using Cryptocardium.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cryptocardium.Architecture.Tests;

/// <summary>
/// The values of an open enum are those of the code. A value that the code answers and the contract does not list fails in
/// <see cref="ContractCheck"/>; a value that the contract lists and the code does not know fails here.
/// </summary>
public sealed class OpenEnumTests
{
    private const string Values = "x-extensible-enum";
    private const string Filter = "Filter";
    private const string Input = "Input";
    private const string Sort = "Sort";

    // Scopes that are no permission of a credential.
    private static readonly string[] NoScopes = ["public", "any", "panel"];

    // Values that the code composes of parts, and the input that has no answer.
    private static readonly string[] Composed = ["withdrawal_signed"];
    private const string Absent = "not_provided";

    // Values that the product documentation names and a later operation produces.
    private static readonly string[] Planned =
    [
        "EventType account.password_changed", "EventType account.totp_disabled", "EventType account.totp_enabled",
    ];

    private static readonly IReadOnlyDictionary<string, string[]> Enums =
        ContractCheck.Document.Document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty(Values, out _))
            .ToDictionary(schema => schema.Name, schema => schema.Value.GetProperty(Values).EnumerateArray().Select(value => value.GetString()!).ToArray());

    // Enums of answers. Codes of errors have their own tests, and the other ones are derived below.
    private static readonly IReadOnlyList<string> Answered =
        [.. Enums.Keys.Where(name => !IsAsked(name)).Except(["ErrorCode", "ErrorType", "Scope", "ActivityType", "ChangeType"])];

    // An answer may repeat what a request says.
    private static readonly HashSet<string> Asked = [.. Enums.Where(each => each.Key.EndsWith(Input, StringComparison.Ordinal)).SelectMany(each => each.Value)];

    private static readonly HashSet<string> Literals =
    [
        .. from source in Source.Product
           from literal in source.Nodes<LiteralExpressionSyntax>()
           where literal.IsKind(SyntaxKind.StringLiteralExpression)
           select literal.Token.ValueText,
        .. from source in Source.Product from text in source.Nodes<InterpolatedStringTextSyntax>() select text.TextToken.ValueText.Trim('\''),
    ];

    private static readonly HashSet<string> Members =
    [
        .. from source in Source.Product
           from access in source.Nodes<MemberAccessExpressionSyntax>()
           select $"{access.Expression.ToString().Split('.')[^1]}.{access.Name.Identifier.ValueText}",
    ];

    private static readonly HashSet<string> EnumMembers =
        [.. from source in Source.Product from member in source.Nodes<EnumMemberDeclarationSyntax>() select member.Identifier.ValueText];

    [Fact]
    public void The_code_knows_every_value_of_an_answer()
    {
        var unknown =
            from name in Answered
            from value in Enums[name]
            let member = MemberOf(name, value)
            where !Literals.Contains(value) && !Asked.Contains(value) && !Composed.Contains(value)
                && !EnumMembers.Contains(member) && !Members.Contains($"{ClassOf(name)}.{member}")
            select $"{name} {value}";
        var found = unknown.ToList();
        Violations.None("The contract lists values that the code never answers:", found.Except(Planned));
        Violations.None("These values are no longer planned:", Planned.Except(found));
    }

    [Fact]
    public void A_filter_has_the_values_of_the_answer() => Violations.None(
        "A <Noun>Filter has the values of <Noun>:",
        from name in Enums.Keys
        where name.EndsWith(Filter, StringComparison.Ordinal) && Enums.ContainsKey(name[..^Filter.Length])
        let answer = Enums[name[..^Filter.Length]]
        where !Enums[name].Order().SequenceEqual(answer.Order())
        select $"{name}: {string.Join(", ", Enums[name].Except(answer).Union(answer.Except(Enums[name])))}");

    [Fact]
    public void An_input_has_values_of_the_answer() => Violations.None(
        "A <Noun>Input has no value that <Noun> has not:",
        from name in Enums.Keys
        where name.EndsWith(Input, StringComparison.Ordinal) && Enums.ContainsKey(name[..^Input.Length])
        from value in Enums[name].Except(Enums[name[..^Input.Length]]).Where(value => value != Absent)
        select $"{name}: {value}");

    [Fact]
    public void The_scopes_are_those_of_the_operations() =>
        Assert.Equal(
            V1.Operations.All.Select(operation => operation.Scope).Concat(V1.Operations.All.Select(operation => operation.McpScope).OfType<string>())
                .Except(NoScopes).Order(),
            Enums["Scope"].Order());

    [Fact]
    public void An_activity_is_an_event_or_an_audited_action() =>
        Assert.Equal(Enums["EventType"].Union(Enums["AuditAction"]).Order(), Enums["ActivityType"].Order());

    [Fact]
    public void The_changes_of_a_version_are_of_a_listed_type() => Assert.Empty(
        ContractCheck.Document.Document.GetProperty("x-changelog").EnumerateArray().Select(change => change.GetProperty("type").GetString()!)
            .Except(Enums["ChangeType"]));

    private static bool IsAsked(string name) => Array.Exists([Filter, Input, Sort], suffix => name.EndsWith(suffix, StringComparison.Ordinal));

    private static string ClassOf(string name) => name switch
    {
        "EventType" => nameof(Kernel.EventTypes),
        "AuditAction" => nameof(Kernel.AuditActions),
        _ => name,
    };

    // The name of the generated constant or field.
    private static string MemberOf(string name, string value) =>
        Type.GetType($"Cryptocardium.V1.{name}, {typeof(V1.Operations).Assembly.FullName}")?
            .GetFields(BindingFlags.Public | BindingFlags.Static).First(field => value.Equals(field.GetRawConstantValue())).Name
        ?? string.Concat(value.Split('.', '_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
