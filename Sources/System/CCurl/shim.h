#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

/* Variadic functions of the library with the arguments that are used. */

static inline CURLcode cc_set_long(CURL *easy, CURLoption option, long value)
{
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode cc_set_text(CURL *easy, CURLoption option, const char *value)
{
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode cc_set_list(CURL *easy, CURLoption option, struct curl_slist *value)
{
  return curl_easy_setopt(easy, option, value);
}

/* What the callbacks get as their last or first argument. */
static inline void cc_set_context(CURL *easy, void *context)
{
  curl_easy_setopt(easy, CURLOPT_PRIVATE, context);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
  curl_easy_setopt(easy, CURLOPT_PREREQDATA, context);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, context);
}

typedef size_t (*cc_receive)(char *, size_t, size_t, void *);
typedef int (*cc_connected)(void *, char *, char *, int, int);

static inline void cc_set_callbacks(
  CURL *easy, cc_receive body, cc_receive header, cc_connected connected,
  curl_opensocket_callback opening)
{
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, opening);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, body);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
  curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, connected);
}

static inline long cc_status(CURL *easy)
{
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

/* Where an answer leads, as an absolute address; NULL where it leads nowhere. */
static inline const char *cc_redirect(CURL *easy)
{
  char *url = 0;
  curl_easy_getinfo(easy, CURLINFO_REDIRECT_URL, &url);
  return url;
}

static inline void *cc_context(CURL *easy)
{
  char *context = 0;
  curl_easy_getinfo(easy, CURLINFO_PRIVATE, &context);
  return context;
}

/* The result of a message that tells a transfer is over. */
static inline CURLcode cc_result(const CURLMsg *message)
{
  return message->data.result;
}

static inline void cc_set_connections(CURLM *multi, long count)
{
  curl_multi_setopt(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, count);
}
