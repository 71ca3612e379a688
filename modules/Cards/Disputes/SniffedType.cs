namespace Cryptocardium.Cards.Disputes;

// The media type that the content of an uploaded file shows.
internal sealed record SniffedType(string ContentType);
