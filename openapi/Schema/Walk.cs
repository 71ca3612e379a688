using System.Buffers;
using System.Text.Json;

namespace Cryptocardium.Schema;

/// <summary>
/// Checks JSON text and schema in one pass, and allocates only for violations. The schemas of allOf, anyOf, oneOf and not are checked on
/// copies of the reader, which is a struct.
/// </summary>
internal ref partial struct Walk(ReadOnlySpan<byte> utf8, int depthMax)
{
    // Limits the list, which could otherwise grow with a hostile body.
    private const int ViolationsMax = 100;

    private const int TextOnStackMax = 256;

    private readonly ReadOnlySpan<byte> utf8 = utf8;
    private readonly int depthMax = depthMax;
    private Place place;
    private List<Violation>? found;
    private Violation? fatal;
    private int probes;
    private bool isRefused;

    public static IReadOnlyList<Violation> Check(ReadOnlySpan<byte> utf8, SchemaNode schema, int depthMax)
    {
        if (utf8.IsEmpty)
        {
            return [new Violation(ViolationKind.Missing, "", "body")];
        }

        if (!System.Text.Unicode.Utf8.IsValid(utf8))
        {
            return [new Violation(ViolationKind.InvalidUtf8, "", "json")];
        }

        var walk = new Walk(utf8, depthMax);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = depthMax + 1 });
        try
        {
            reader.Read();
            walk.Value(ref reader, schema, isText: true);
            reader.Read();
        }
        catch (JsonException)
        {
            return [walk.fatal ?? new Violation(ViolationKind.Malformed, "", "json")];
        }

        return walk.fatal is { } fatal ? [fatal] : walk.found ?? (IReadOnlyList<Violation>)[];
    }

    /// <summary>Checks the value at the reader and leaves the reader on its last token.</summary>
    /// <param name="reader">The reader, on the first token of a value.</param>
    /// <param name="schema">The schema of the value.</param>
    /// <param name="isText">Whether flaws of the text are reported as well; false on copies of the reader.</param>
    private void Value(ref Utf8JsonReader reader, SchemaNode schema, bool isText)
    {
        if (schema.IsComposed && !(schema.Nullable && reader.TokenType == JsonTokenType.Null))
        {
            Compose(reader, schema);
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                Object(ref reader, Expect(schema, SchemaType.Object), isText);
                break;
            case JsonTokenType.StartArray:
                Array(ref reader, Expect(schema, SchemaType.Array), isText);
                break;
            case JsonTokenType.String:
                String(reader, Expect(schema, SchemaType.String), isText);
                break;
            case JsonTokenType.Number:
                Report(NumberRules.Check(schema, reader.ValueSpan));
                break;
            case JsonTokenType.True or JsonTokenType.False:
                Boolean(Expect(schema, SchemaType.Boolean), reader.GetBoolean());
                break;
            default:
                if (!schema.Nullable && schema.Type != SchemaType.Any)
                {
                    Report(new Finding(ViolationKind.Null, "nullable"));
                }

                break;
        }
    }

    // A value of the wrong type is reported once; its text is still checked, against a schema without rules.
    private SchemaNode Expect(SchemaNode schema, SchemaType type)
    {
        if (schema.Type == type || schema.Type == SchemaType.Any)
        {
            return schema;
        }

        Report(NumberRules.WrongType(schema));
        return SchemaNode.Anything;
    }

    private void Boolean(SchemaNode schema, bool value)
    {
        if (schema.Enum.Count > 0 && !schema.Enum.Any(listed => listed.ValueKind == (value ? JsonValueKind.True : JsonValueKind.False)))
        {
            Report(new Finding(ViolationKind.NotInEnum, "enum", Expected: string.Join(", ", schema.Enum)));
        }
    }

    private void String(in Utf8JsonReader reader, SchemaNode schema, bool isText)
    {
        if (IsFlawed(reader, isText) || !schema.HasTextRules)
        {
            return;
        }

        char[]? rented = null;
        Report(TextRules.Check(schema, JsonText.Copy(reader, stackalloc char[TextOnStackMax], ref rented)));
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private bool IsFlawed(in Utf8JsonReader reader, bool isText)
    {
        var flaw = JsonText.Flaw(reader);
        if (flaw != TextFlaw.None && isText)
        {
            Report(new Finding(ViolationKind.Characters, "json"));
        }

        return flaw != TextFlaw.None;
    }

    private void Array(ref Utf8JsonReader reader, SchemaNode schema, bool isText)
    {
        var start = reader;
        var count = 0;
        if (!IsTooDeep(ref reader))
        {
            for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
            {
                place.EnterItem(count);
                Value(ref reader, schema.Items ?? SchemaNode.Anything, isText);
                place.Leave();
            }
        }

        Count(count, ViolationKind.Items, "minItems", schema.MinItems, "maxItems", schema.MaxItems);
        if (schema.UniqueItems && count <= (schema.MaxItems ?? int.MaxValue) && Uniqueness.HasEqualItems(start))
        {
            Report(new Finding(ViolationKind.Items, "uniqueItems"));
        }
    }

    private void Object(ref Utf8JsonReader reader, SchemaNode schema, bool isText)
    {
        const int BitsOfWord = 64;
        Span<ulong> seen = stackalloc ulong[(schema.Members.Length / BitsOfWord) + 1];
        seen.Clear();
        HashSet<string>? others = null;
        var count = 0;
        if (IsTooDeep(ref reader))
        {
            return;
        }

        for (; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; count++)
        {
            var index = JsonText.Flaw(reader) == TextFlaw.LoneSurrogate ? -1 : IndexOf(schema.Members, ref reader);
            if (index < 0)
            {
                Other(ref reader, schema, isText, ref others);
                continue;
            }

            place.Enter(schema.Members[index]);
            ref var word = ref seen[index / BitsOfWord];
            var bit = 1UL << (index % BitsOfWord);
            if ((word & bit) != 0 && isText)
            {
                Report(new Finding(ViolationKind.Duplicate, "json"));
            }

            word |= bit;
            reader.Read();
            Value(ref reader, schema.Members[index].Schema, isText);
            place.Leave();
        }

        for (var i = 0; i < schema.Members.Length; i++)
        {
            if (schema.Members[i].Required && (seen[i / BitsOfWord] & (1UL << (i % BitsOfWord))) == 0)
            {
                Report(new Finding(ViolationKind.Missing, "required"), schema.Members[i].Name);
            }
        }

        Count(count, ViolationKind.Members, "minProperties", schema.MinProperties, "maxProperties", schema.MaxProperties);
    }

    private static int IndexOf(SchemaProperty[] members, ref Utf8JsonReader reader)
    {
        for (var i = 0; i < members.Length; i++)
        {
            if (reader.ValueTextEquals(members[i].Utf8Name))
            {
                return i;
            }
        }

        return -1;
    }

    // Checks a member that the schema does not name.
    private void Other(ref Utf8JsonReader reader, SchemaNode schema, bool isText, ref HashSet<string>? others)
    {
        place.EnterName((int)reader.TokenStartIndex);
        if (IsFlawed(reader, isText))
        {
            // The name cannot be looked up or shown.
        }
        else if (reader.GetString()!.Any(char.IsControl))
        {
            Report(new Finding(ViolationKind.Characters, "json"));
        }
        else
        {
            OtherName(reader.GetString()!, schema, isText, ref others);
        }

        reader.Read();
        Value(ref reader, schema.Additional ?? SchemaNode.Anything, isText);
        place.Leave();
    }

    private void OtherName(string name, SchemaNode schema, bool isText, ref HashSet<string>? others)
    {
        if (!schema.AdditionalAllowed)
        {
            Report(new Finding(ViolationKind.Unknown, "additionalProperties"));
        }

        if (isText && !(others ??= new(StringComparer.Ordinal)).Add(name))
        {
            Report(new Finding(ViolationKind.Duplicate, "json"));
        }
    }

    private bool IsTooDeep(ref Utf8JsonReader reader)
    {
        if (reader.CurrentDepth < depthMax)
        {
            return false;
        }

        // Reported also on copies of the reader, since the depth does not depend on the schema.
        fatal ??= new Finding(ViolationKind.TooDeep, "json", depthMax).At("");
        reader.Skip();
        return true;
    }

    private void Count(int count, ViolationKind kind, string minKeyword, int? least, string maxKeyword, int? most)
    {
        if (count < least)
        {
            Report(new Finding(kind, minKeyword, least));
        }
        else if (count > most)
        {
            Report(new Finding(kind, maxKeyword, most));
        }
    }

    private void Report(in Finding? finding, string? member = null)
    {
        if (finding is not { } refused)
        {
            return;
        }

        isRefused = true;
        if (probes == 0 && (found?.Count ?? 0) < ViolationsMax)
        {
            (found ??= []).Add(refused.At(place.Text(utf8, member)));
        }
    }
}
