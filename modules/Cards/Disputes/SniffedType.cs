namespace Cryptocardium.Cards.Disputes;

// The media type found in the content of an uploaded file.
internal sealed record SniffedType(string ContentType);
