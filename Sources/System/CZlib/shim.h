#include <zlib.h>

/* Makes a stream that compresses into the gzip form; deflateInit2 is a macro. */
static inline int cz_gzip_init(z_stream *stream)
{
  return deflateInit2(stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
