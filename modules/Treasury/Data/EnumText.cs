using System.Text.Json;

namespace Cryptocardium.Treasury.Data;

// Converts enums to the text of the database and the contract: address_blocked.
internal static class EnumText
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    // Returns null for an unknown text.
    public static T? Find<T>(string text)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Of(value!.Value) == text);

    public static T Parse<T>(string text)
        where T : struct, Enum => Find<T>(text) ?? throw new InvalidOperationException($"'{text}' is not a {typeof(T).Name}.");
}
