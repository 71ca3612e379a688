using System.Reflection;

namespace Cryptocardium.Tests.Cards;

// The values of open enums: those that the contract lists, and those that the code has constants for.
internal static class ContractValues
{
    public static IReadOnlyList<string> Of(string component) =>
        [.. ContractCheck.Document.Schemas[component].Source.GetProperty("x-extensible-enum").EnumerateArray().Select(value => value.GetString()!)];

    public static IReadOnlyList<string> Constants(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];
}
