using System.Text.Json;

namespace Cryptocardium.Schema;

/// <content>The keywords that combine schemas.</content>
internal ref partial struct Walk
{
    private void Compose(Utf8JsonReader reader, SchemaNode schema)
    {
        foreach (var each in schema.AllOf)
        {
            var copy = reader;
            Value(ref copy, each, isText: false);
        }

        if (schema.AnyOf.Count > 0 && Matching(reader, schema.AnyOf) == 0)
        {
            Report(new Finding(ViolationKind.NoMatch, "anyOf"));
        }

        if (schema.Discriminator is { } discriminator && reader.TokenType == JsonTokenType.StartObject)
        {
            Discriminate(reader, discriminator);
        }
        else if (schema.OneOf.Count > 0 && Matching(reader, schema.OneOf) != 1)
        {
            Report(new Finding(ViolationKind.NoMatch, "oneOf"));
        }

        if (schema.Not is { } not && Matching(reader, [not]) > 0)
        {
            Report(new Finding(ViolationKind.NoMatch, "not"));
        }
    }

    private int Matching(Utf8JsonReader reader, IReadOnlyList<SchemaNode> schemas)
    {
        var matching = 0;
        var wasRefused = isRefused;
        probes++;
        for (var i = 0; i < schemas.Count; i++)
        {
            var copy = reader;
            isRefused = false;
            Value(ref copy, schemas[i], isText: false);
            matching += isRefused ? 0 : 1;
        }

        probes--;
        isRefused = wasRefused;
        return matching;
    }

    // The member selects one schema, whose violations are more precise than "no match".
    private void Discriminate(Utf8JsonReader reader, Discriminator discriminator)
    {
        var value = reader;
        while (value.Read() && value.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = JsonText.Flaw(value) == TextFlaw.None && value.ValueTextEquals(discriminator.Property);
            value.Read();
            if (isIt)
            {
                var name = value.TokenType == JsonTokenType.String && JsonText.Flaw(value) == TextFlaw.None ? value.GetString()! : "";
                if (discriminator.Mapping.TryGetValue(name, out var schema))
                {
                    Value(ref reader, schema, isText: false);
                }
                else
                {
                    var expected = string.Join(", ", discriminator.Mapping.Keys.Order(StringComparer.Ordinal));
                    Report(new Finding(ViolationKind.NotInEnum, "discriminator", Expected: expected), discriminator.Property);
                }

                return;
            }

            value.Skip();
        }

        Report(new Finding(ViolationKind.Missing, "discriminator"), discriminator.Property);
    }
}
