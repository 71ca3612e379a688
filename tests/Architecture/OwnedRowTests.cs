using System.Reflection;
using System.Text.RegularExpressions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cryptocardium.Architecture.Tests;

/// <summary>
/// A query of owned rows goes through one filter. Owned are all entities with an <see cref="AccountId"/>, as the database model has them.
/// Code in a Jobs folder is exempt: its messages are admitted for jobs and operators alone.
/// </summary>
public sealed partial class OwnedRowTests
{
    private const string Filter = nameof(UnitOfWork.Select);
    private const string Condition = "account_id = @account_id";
    private const string Jobs = "Jobs";

    private static readonly IReadOnlyList<IEntityType> Owned =
        [.. ModelTests.Model.GetEntityTypes().Where(entity => entity.FindProperty(nameof(IOwned.AccountId))?.ClrType == typeof(AccountId))];

    private static readonly HashSet<string> OwnedNames = [.. Owned.Select(entity => entity.ClrType.Name)];

    [Fact]
    public void An_entity_says_to_whom_its_rows_belong() => Violations.None(
        "An entity with AccountId is IOwned, with Mode IOwnedInMode, with Mode? IOwnedInOptionalMode, with CardId IOfCard:",
        from entity in Owned
        let type = entity.ClrType
        let wanted = entity.FindProperty("CardId") is { IsNullable: false } ? typeof(IOfCard)
            : entity.FindProperty("Mode")?.ClrType == typeof(Mode) ? typeof(IOwnedInMode)
            : entity.FindProperty("Mode")?.ClrType == typeof(Mode?) ? typeof(IOwnedInOptionalMode)
            : typeof(IOwned)
        where !type.IsAssignableTo(wanted)
        select $"{type.FullName} is no {wanted.Name}");

    [Fact]
    public void A_query_of_owned_rows_is_filtered() => Reviewed.Check(
        $"An owned entity is read with unit.{Filter}<T>(…); SetOutsideBatch<T>() adds a row, and each other use of it or of SelectAll<T>() is reviewed:",
        Reviewed.Queries,
        from source in Source.Product
        where !source.IsIn(Jobs)
        from call in source.Nodes<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.Text: "Set" or "SetOutsideBatch" or "SelectAll" } }
        let entity = EntityOf(call)
        where entity is not null && !Chain(call).Contains("Add")
        select $"{Member(call)} {entity}");

    [Fact]
    public void A_statement_over_owned_rows_is_filtered() => Reviewed.Check(
        $"A statement that reads or changes rows of an owned table contains '{Condition}', is an {nameof(OwnedStatement)}, or is reviewed:",
        Reviewed.Statements,
        from statement in Statements()
        where Tables(statement.Sql).Any() && !statement.Sql.Contains(Condition, StringComparison.Ordinal)
        select statement.Name);

    [Fact]
    public void A_filter_of_a_whole_account_is_reviewed() => Reviewed.Check(
        $"{nameof(RowFilter)}.{nameof(RowFilter.OfAccount)} leaves out the caller's mode pin and card set; outside of jobs it is reviewed:",
        Reviewed.WholeAccounts,
        from source in Source.Product
        where !source.IsIn(Jobs)
        from access in source.Nodes<MemberAccessExpressionSyntax>()
        where access.Name.Identifier.Text == nameof(RowFilter.OfAccount)
        select Member(access));

    [Fact]
    public void Nobody_compares_owners_by_hand() => Violations.None(
        $"Conditions on AccountId are made by {Filter} alone:",
        from source in Source.Product
        from lambda in source.Nodes<LambdaExpressionSyntax>()
        from comparison in lambda.DescendantNodes().OfType<BinaryExpressionSyntax>()
        where comparison.IsKind(SyntaxKind.EqualsExpression)
        where new[] { comparison.Left, comparison.Right }.Any(side => side is MemberAccessExpressionSyntax { Name.Identifier.Text: nameof(IOwned.AccountId) })
        select source.Place(comparison));

    // Null for an entity that belongs to no account. A type parameter may stand for any.
    private static string? EntityOf(InvocationExpressionSyntax set)
    {
        var type = ((GenericNameSyntax)((MemberAccessExpressionSyntax)set.Expression).Name).TypeArgumentList.Arguments[0];
        var name = type is QualifiedNameSyntax qualified ? qualified.Right.Identifier.Text : type.ToString();
        var isParameter = set.Ancestors().OfType<MethodDeclarationSyntax>()
            .Any(method => method.TypeParameterList?.Parameters.Any(parameter => parameter.Identifier.Text == name) == true);
        return isParameter || OwnedNames.Contains(name) ? name : null;
    }

    // The methods that are called on what a call returns, one after another.
    private static IEnumerable<string> Chain(SyntaxNode call)
    {
        for (var node = call.Parent; node is ExpressionSyntax; node = node.Parent)
        {
            if (node is MemberAccessExpressionSyntax access)
            {
                yield return access.Name.Identifier.Text;
            }
            else if (node is not (AwaitExpressionSyntax or ParenthesizedExpressionSyntax or InvocationExpressionSyntax))
            {
                yield break;
            }
        }
    }

    private static string Member(SyntaxNode node)
    {
        var type = node.Ancestors().OfType<TypeDeclarationSyntax>().First().Identifier.Text;
        return node.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault() is { } method ? $"{type}.{method.Identifier.Text}" : type;
    }

    private static IEnumerable<(string Name, string Sql)> Statements() =>
        from assembly in ModuleTypes.Assemblies.Select(module => module.Assembly).Append(typeof(Statement).Assembly)
        from type in ModuleTypes.Written(assembly)
        where type.Namespace?.Split('.')[^1] != Jobs && !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.FieldType == typeof(Statement)
        select ($"{type.Name}.{field.Name}", ((Statement)field.GetValue(null)!).Sql);

    private static IEnumerable<string> Tables(string sql) =>
        from match in Named().Matches(sql)
        where Owned.Any(entity => entity.GetTableName() == match.Groups[1].Value)
        select match.Groups[1].Value;

    [GeneratedRegex(@"\b(?:FROM|JOIN|UPDATE)\s+([a-z_0-9]+)")]
    private static partial Regex Named();
}
