namespace Cryptocardium.Schema;

/// <summary>A member that an object schema names.</summary>
/// <param name="Name">The JSON name.</param>
/// <param name="Schema">The member's schema.</param>
/// <param name="Required">Whether it must be present.</param>
public sealed record SchemaProperty(string Name, SchemaNode Schema, bool Required)
{
    internal byte[] Utf8Name { get; } = System.Text.Encoding.UTF8.GetBytes(Name);
}
